package dev.makegood.sites;

import dev.makegood.pricing.Hostname;
import dev.makegood.pricing.SitePageCounter.SitePageCount;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;

/** A site, and what measures it: only its own address may be visited. */
abstract class SiteFixture {

    static final Hostname NAME = new Hostname("shop.example");
    static final SiteLimits LIMITS = new SiteLimits(Duration.ofSeconds(15), Duration.ofSeconds(5),
            2_000_000, 4_000_000, 5, 20_000, 2);
    static final TestCertificate CERTIFICATE = TestCertificate.of(NAME.value());

    final FakeSite site = new FakeSite(CERTIFICATE);

    @AfterEach
    void stop() {
        site.close();
    }

    SitePageCount measure() {
        return sitemaps(LIMITS).countPages(NAME);
    }

    Sitemaps sitemaps(SiteLimits limits) {
        return new Sitemaps(network(name -> addresses("127.0.0.1")), limits);
    }

    SiteNetwork network(Function<String, InetAddress[]> names) {
        return new SiteNetwork(new CountingResolver(names, new AtomicInteger()),
                address -> address.getHostAddress().equals("127.0.0.1"),
                CERTIFICATE.clientContext(), site.port());
    }

    /** A resolver that counts how often it is called. */
    record CountingResolver(Function<String, InetAddress[]> lookup, AtomicInteger queries)
            implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) {
            queries.incrementAndGet();
            return lookup.apply(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    static InetAddress[] addresses(String... written) {
        var all = new InetAddress[written.length];
        for (int i = 0; i < all.length; i++) {
            try {
                all[i] = InetAddress.getByName(written[i]);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(written[i], e);
            }
        }
        return all;
    }

    static String pages(int from, int count) {
        var urls = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        for (int page = from; page < from + count; page++) {
            urls.append("<url><loc>https://shop.example/").append(page).append("</loc></url>\n");
        }
        return urls.append("</urlset>").toString();
    }

    static String index(String... files) {
        var all = new StringBuilder("<sitemapindex>");
        for (var file : files) {
            all.append("<sitemap><loc>").append(file).append("</loc></sitemap>");
        }
        return all.append("</sitemapindex>").toString();
    }
}
