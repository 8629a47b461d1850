package dev.makegood.sites;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.pricing.SitePageCounter.PagesCounted;
import dev.makegood.pricing.SitePageCounter.PagesUncountable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapsTest extends SiteFixture {

    @Test
    void the_pages_of_a_sitemap_are_counted() {
        site.withFile("/sitemap.xml", pages(1, 42));

        assertThat(measure()).isEqualTo(new PagesCounted(42));
    }

    @Test
    void a_sitemap_may_be_compressed_under_any_name() {
        site.withFile("/sitemap.xml", FakeSite.gzip(pages(1, 20_000).getBytes(UTF_8)));

        assertThat(measure()).isEqualTo(new PagesCounted(20_000));
    }

    @Test
    void a_sitemap_may_list_sitemaps() {
        site.withFile("/sitemap.xml",
                index("https://shop.example/a.xml", "https://shop.example/b?c=1"))
                .withFile("/a.xml", pages(1, 10))
                .withFile("/b?c=1", FakeSite.gzip(pages(11, 5).getBytes(UTF_8)));

        assertThat(measure()).isEqualTo(new PagesCounted(15));
    }

    @Test
    void robots_may_name_the_sitemaps() {
        site.withFile("/robots.txt",
                "User-agent: *\r\nDisallow: /\r\nSITEMAP : https://shop.example/a"
                        + "\nSitemap: https://other.example/c\nsitemap:http://SHOP.example/b # ours")
                .withFile("/a", pages(1, 3))
                .withFile("/b", pages(3, 4))
                .withFile("/sitemap.xml", pages(100, 100));

        assertThat(measure()).isEqualTo(new PagesCounted(6));
        assertThat(site.requestedPaths()).containsExactly("/robots.txt", "/a", "/b");
    }

    @Test
    void robots_that_name_nothing_of_the_site_do_not_count() {
        site.withFile("/robots.txt", "Sitemap: https://other.example/sitemap.xml\nSitemap: :::")
                .withFile("/sitemap.xml", pages(1, 3));

        assertThat(measure()).isEqualTo(new PagesCounted(3));
    }

    @Test
    void a_page_counts_once_and_only_if_it_is_of_the_site() {
        site.withFile("/sitemap.xml", "<urlset xmlns:i='urn:images'>"
                + "<url><loc>https://shop.example</loc></url>"
                + "<url><loc>\n https://shop.example/a?b=1&amp;c=2 </loc><lastmod>2026</lastmod>"
                + "<i:image><i:loc>https://shop.example/a.png</i:loc></i:image></url>"
                + "<url><loc><![CDATA[https://shop.example/a?b=1&c=2]]></loc></url>"
                + "<url><loc>HTTP://Shop.Example/a b|c</loc></url>"
                + "<url><loc>https://shop.example.evil.example/</loc></url>"
                + "<url><loc>https://other.example/https://shop.example/</loc></url>"
                + "<url><loc>ftp://shop.example/</loc></url><url/></urlset>");

        assertThat(measure()).isEqualTo(new PagesCounted(3));
    }

    @Test
    void a_sitemap_may_be_written_in_another_encoding() {
        site.withFile("/sitemap.xml", pages(1, 7).replace("UTF-8", "UTF-16").getBytes(UTF_16));

        assertThat(measure()).isEqualTo(new PagesCounted(7));
    }

    @Test
    void a_sitemap_of_the_usual_size_is_read() {
        site.withFile("/sitemap.xml", pages(1, 100_000));

        assertThat(sitemaps(SiteLimits.DEFAULT).countPages(NAME))
                .isEqualTo(new PagesCounted(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>404</body></html>", "<urlset><url><loc>https://sho",
            "<urlset/>", "<urlset><url><loc>https://other.example/</loc></url></urlset>",
            "<sitemapindex/>", "https://shop.example/1\nhttps://shop.example/2", "{}",
            "<urlset></urlset><urlset/>", "\u0000"})
    void what_lists_no_pages_is_no_count(String body) {
        site.withFile("/sitemap.xml", body);

        assertThat(measure()).isInstanceOf(PagesUncountable.class);
    }

    @Test
    void half_a_count_is_none() {
        site.withFile("/sitemap.xml", index("https://shop.example/a", "https://shop.example/b"))
                .withFile("/a", pages(1, 10));
        assertThat(measure()).isEqualTo(
                new PagesUncountable("its sitemap is missing, or a part of it"));

        site.withFile("/sitemap.xml", index("https://shop.example/a", "https://cdn.example/b"));
        assertThat(measure()).isEqualTo(
                new PagesUncountable("its sitemap lists one of another host"));
    }

    @Test
    void a_site_without_a_sitemap_cannot_be_measured() {
        assertThat(measure()).isEqualTo(
                new PagesUncountable("its sitemap is missing, or a part of it"));
    }
}
