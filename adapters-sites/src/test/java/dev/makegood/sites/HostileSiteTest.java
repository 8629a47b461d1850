package dev.makegood.sites;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.pricing.Hostname;
import dev.makegood.pricing.SitePageCounter.PagesCounted;
import dev.makegood.pricing.SitePageCounter.PagesUncountable;
import dev.makegood.sites.FakeSite.SiteResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a site, or the owner of its name, can do to us (S7). */
@Timeout(30)
class HostileSiteTest extends SiteFixture {

    private static final SiteLimits HASTY =
            new SiteLimits(Duration.ofSeconds(1), Duration.ofMillis(500),
                    2_000_000, 4_000_000, 5, 20_000, 2);
    private static final byte[] START = "HTTP/1.1 200 OK\r\n".getBytes(US_ASCII);
    private static final byte[] CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(US_ASCII);

    private static final Map<String, SiteResponse> WITHOUT_END = Map.of(
            "a body that drips", out -> {
                out.write(FakeSite.head("200 OK", 1_000_000));
                out.write("<urlset>".getBytes(US_ASCII));
                drip(out, " ");
            },
            "headers that drip", out -> {
                out.write(START);
                drip(out, "a");
            },
            "headers without end", out -> {
                out.write(START);
                for (int i = 0; true; i++) {
                    out.write(("X-" + i + ": y\r\n").getBytes(US_ASCII));
                }
            },
            "a status without end", out -> {
                while (true) {
                    out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
                }
            },
            "a body without end", out -> {
                out.write(CHUNKED);
                chunk(out, "<urlset>");
                while (true) {
                    chunk(out, " ".repeat(50_000));
                }
            },
            "an error without end", out -> {
                out.write("HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n"
                        .getBytes(US_ASCII));
                while (true) {
                    chunk(out, " ".repeat(50_000));
                }
            });

    private static void drip(OutputStream out, String drop)
            throws IOException, InterruptedException {
        while (true) {
            out.write(drop.getBytes(US_ASCII));
            out.flush();
            Thread.sleep(100);
        }
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n")
                .getBytes(US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a body that drips", "headers that drip", "headers without end",
            "a status without end", "a body without end", "an error without end"})
    void what_has_no_end_is_ended_and_left(String what) throws InterruptedException {
        site.withResponse("/sitemap.xml", WITHOUT_END.get(what));

        assertThat(sitemaps(HASTY).countPages(NAME)).isInstanceOf(PagesUncountable.class);

        for (int i = 0; i < 100 && site.openConnections() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(site.openConnections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/robots.txt", "/sitemap.xml"})
    void who_says_nothing_is_not_waited_for(String path) {
        site.withFile("/sitemap.xml", pages(1, 1)).withResponse(path, out -> Thread.sleep(60_000));

        assertThat(sitemaps(HASTY).countPages(NAME)).isInstanceOf(PagesUncountable.class);
    }

    @Test
    void robots_without_end_are_read_as_far_as_search_engines_do() {
        site.withFile("/sitemap.xml", pages(1, 1))
                .withResponse("/robots.txt", WITHOUT_END.get("a body without end"));

        assertThat(measure()).isEqualTo(new PagesCounted(1));
    }

    @Test
    void who_never_shakes_hands_is_left() throws IOException {
        try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var there = network(name -> addresses("127.0.0.1"));
            var sitemaps = new Sitemaps(
                    new SiteNetwork(there.resolver(), there.allowedAddresses(), there.sslContext(),
                            mute.getLocalPort()),
                    HASTY);

            assertThat(sitemaps.countPages(NAME)).isInstanceOf(PagesUncountable.class);
        }
    }

    @Test
    void a_name_is_looked_up_once_and_its_later_addresses_do_not_matter() {
        site.withFile("/sitemap.xml", index("https://shop.example/a")).withFile("/a", pages(1, 5));
        var lookups = new AtomicInteger();
        var rebinding = network(name -> addresses(
                lookups.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254"));

        assertThat(new Sitemaps(rebinding, LIMITS).countPages(NAME)).isEqualTo(new PagesCounted(5));
        assertThat(lookups).hasValue(1);
    }

    @Test
    void one_bad_address_among_good_ones_is_enough_to_stay_away() {
        site.withFile("/sitemap.xml", pages(1, 5));

        for (var bad : new String[] {"10.0.0.1", "::1", "127.0.0.2", "169.254.169.254"}) {
            var mixed = network(name -> addresses("127.0.0.1", bad));
            assertThat(new Sitemaps(mixed, LIMITS).countPages(NAME)).isEqualTo(
                    new PagesUncountable("its name leads to an address that is not public"));
        }
        assertThat(site.connections()).isZero();
    }

    @Test
    void in_earnest_this_machine_is_not_visited() {
        site.withFile("/sitemap.xml", pages(1, 5));
        var names = network(name -> addresses("127.0.0.1")).resolver();
        var earnest = new SiteNetwork(names, SiteNetwork.internet().allowedAddresses(),
                CERTIFICATE.clientContext(),
                site.port());

        assertThat(new Sitemaps(earnest, LIMITS).countPages(NAME))
                .isInstanceOf(PagesUncountable.class);
        assertThat(site.connections()).isZero();
    }

    @Test
    void a_name_without_an_address_cannot_be_measured() {
        assertThat(new Sitemaps(network(name -> new InetAddress[0]), LIMITS).countPages(NAME))
                .isEqualTo(new PagesUncountable("its name leads to no address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://169.254.169.254/latest/meta-data", "http://127.0.0.1/",
            "https://shop.example/there", "//10.0.0.1/"})
    void no_redirect_is_followed(String to) {
        site.withResponse("/sitemap.xml", out -> out.write(("HTTP/1.1 302 Found\r\nLocation: " + to
                + "\r\nContent-Length: 0\r\n\r\n").getBytes(US_ASCII)))
                .withFile("/there", pages(1, 5));

        assertThat(measure()).isInstanceOf(PagesUncountable.class);
        assertThat(site.requestedPaths()).containsExactly("/robots.txt", "/sitemap.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://169.254.169.254/latest", "http://localhost/", "file:///etc/x",
            "https://shop.example:8443/a", "https://shop.example@10.0.0.1/", "//10.0.0.1/a",
            "https://u@shop.example/a", "https://shop.example.evil.example/a", "a", ""})
    void a_sitemap_that_lists_what_is_elsewhere_leads_nowhere(String elsewhere) {
        site.withFile("/sitemap.xml", index(elsewhere));

        assertThat(measure()).isInstanceOf(PagesUncountable.class);
        assertThat(site.requestedPaths()).containsExactly("/robots.txt", "/sitemap.xml");
    }

    @Test
    void an_address_cannot_smuggle_another_host_into_its_path() {
        site.withFile("/robots.txt", "Sitemap: https://shop.example//evil.example/a")
                .withFile("//evil.example/a", pages(1, 2));

        assertThat(measure()).isEqualTo(new PagesCounted(2));
    }

    @Test
    void a_bomb_of_gzip_is_left_alone() {
        var bomb = FakeSite.gzip(
                ("<urlset>" + " ".repeat(50_000_000)).getBytes(UTF_8));
        site.withFile("/sitemap.xml", bomb);

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(measure()).isEqualTo(new PagesUncountable("it is too long"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<!DOCTYPE urlset [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                    + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><urlset>&c;</urlset>",
            "<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                    + "<urlset><url><loc>https://shop.example/&x;</loc></url></urlset>",
            "<!DOCTYPE urlset SYSTEM 'http://169.254.169.254/x.dtd'><urlset/>",
            "<urlset><url><loc>https://shop.example/&nbsp;</loc></url></urlset>"})
    void what_xml_can_do_beyond_elements_is_refused(String body) {
        site.withFile("/sitemap.xml", body);

        assertThat(measure()).isInstanceOf(PagesUncountable.class);
    }

    @Test
    void what_is_deep_long_or_much_is_refused() {
        site.withFile("/sitemap.xml", "<urlset>" + "<a>".repeat(100_000));
        assertThat(measure()).isEqualTo(new PagesUncountable("its sitemap is nested too deep"));

        site.withFile("/sitemap.xml",
                "<urlset><url><loc>https://shop.example/" + "a".repeat(5_000));
        assertThat(measure()).isEqualTo(
                new PagesUncountable("its sitemap has a URL of more than 2048 characters"));

        site.withFile("/sitemap.xml", "<urlset a='" + "a".repeat(3_000_000) + "'/>");
        assertThat(measure()).isEqualTo(new PagesUncountable("it is too long"));

        site.withFile("/sitemap.xml", pages(1, 20_001));
        assertThat(measure()).isEqualTo(new PagesUncountable("it has more than 20000 pages"));
    }

    @Test
    void sitemaps_that_go_round_in_circles_end() {
        site.withFile("/sitemap.xml", index("https://shop.example/sitemap.xml"));
        assertThat(measure()).isInstanceOf(PagesUncountable.class);

        site.withFile("/sitemap.xml", index("https://shop.example/a"))
                .withFile("/a", index("https://shop.example/sitemap.xml"));
        assertThat(measure()).isEqualTo(
                new PagesUncountable("its sitemaps list sitemaps that list sitemaps"));

        var many = new String[10];
        for (int i = 0; i < many.length; i++) {
            many[i] = "https://shop.example/" + i;
            site.withFile("/" + i, pages(i, 1));
        }
        site.withFile("/sitemap.xml", index(many));
        assertThat(measure()).isEqualTo(new PagesUncountable("it has more than 5 sitemaps"));
    }

    @Test
    void all_files_together_may_not_be_too_long_either() {
        var long1 = "<urlset>" + " ".repeat(1_900_000) + "</urlset>";
        site.withFile("/sitemap.xml", index("https://shop.example/a", "https://shop.example/b",
                "https://shop.example/c"))
                .withFile("/a", long1)
                .withFile("/b", long1)
                .withFile("/c", long1);

        assertThat(measure()).isEqualTo(new PagesUncountable("it is too long"));
    }

    @Test
    void a_server_without_a_certificate_for_the_name_is_not_read() {
        site.withFile("/sitemap.xml", pages(1, 5));
        var there = network(name -> addresses("127.0.0.1"));
        var world = new SiteNetwork(there.resolver(), there.allowedAddresses(),
                SiteNetwork.internet().sslContext(),
                site.port());

        assertThat(new Sitemaps(there, LIMITS)
                .countPages(new Hostname("other.example")))
                        .isInstanceOf(PagesUncountable.class);
        assertThat(new Sitemaps(world, LIMITS).countPages(NAME))
                .isInstanceOf(PagesUncountable.class);
        assertThat(site.requestedPaths()).isEmpty();
    }

    @Test
    void only_so_many_sites_are_visited_at_the_same_time() throws Exception {
        var go = new CountDownLatch(1);
        var here = new CountDownLatch(2);
        site.withResponse("/robots.txt", out -> {
            here.countDown();
            go.await();
            out.write(FakeSite.head("404 Not Found", 0));
        }).withFile("/sitemap.xml", pages(1, 5));
        var patient =
                new SiteLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), 100_000, 100_000,
                        5, 100, 2);
        var sitemaps = sitemaps(patient);

        var first = new FutureTask<>(() -> sitemaps.countPages(NAME));
        var second = new FutureTask<>(() -> sitemaps.countPages(NAME));
        Stream.of(first, second).forEach(visit -> Thread.ofVirtual().start(visit));
        here.await();
        assertThat(sitemaps.countPages(NAME)).isEqualTo(
                new PagesUncountable("too many sites are being visited, try again later"));
        go.countDown();

        assertThat(first.get()).isEqualTo(new PagesCounted(5));
        assertThat(second.get()).isEqualTo(new PagesCounted(5));
        assertThat(sitemaps.countPages(NAME)).isEqualTo(new PagesCounted(5));
    }
}
