package dev.makegood.sites;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.pricing.SiteMeasure.Pages;
import dev.makegood.pricing.SiteMeasure.Unmeasurable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapsTest extends AtASite {

    @Test
    void the_pages_of_a_sitemap_are_counted() {
        site.has("/sitemap.xml", pages(1, 42));

        assertThat(measure()).isEqualTo(new Pages(42));
    }

    @Test
    void a_sitemap_may_be_compressed_whatever_it_is_called() {
        site.has("/sitemap.xml", FakeSite.compressed(pages(1, 20_000).getBytes(UTF_8)));

        assertThat(measure()).isEqualTo(new Pages(20_000));
    }

    @Test
    void a_sitemap_may_list_sitemaps() {
        site.has("/sitemap.xml", index("https://shop.example/a.xml", "https://shop.example/b?c=1"))
                .has("/a.xml", pages(1, 10))
                .has("/b?c=1", FakeSite.compressed(pages(11, 5).getBytes(UTF_8)));

        assertThat(measure()).isEqualTo(new Pages(15));
    }

    @Test
    void robots_may_name_the_sitemaps() {
        site.has("/robots.txt", "User-agent: *\r\nDisallow: /\r\nSITEMAP : https://shop.example/a"
                + "\nSitemap: https://other.example/c\nsitemap:http://SHOP.example/b # ours")
                .has("/a", pages(1, 3))
                .has("/b", pages(3, 4))
                .has("/sitemap.xml", pages(100, 100));

        assertThat(measure()).isEqualTo(new Pages(6));
        assertThat(site.asked()).containsExactly("/robots.txt", "/a", "/b");
    }

    @Test
    void robots_that_name_nothing_of_the_site_do_not_count() {
        site.has("/robots.txt", "Sitemap: https://other.example/sitemap.xml\nSitemap: :::")
                .has("/sitemap.xml", pages(1, 3));

        assertThat(measure()).isEqualTo(new Pages(3));
    }

    @Test
    void a_page_counts_once_and_only_if_it_is_of_the_site() {
        site.has("/sitemap.xml", "<urlset xmlns:i='urn:images'>"
                + "<url><loc>https://shop.example</loc></url>"
                + "<url><loc>\n https://shop.example/a?b=1&amp;c=2 </loc><lastmod>2026</lastmod>"
                + "<i:image><i:loc>https://shop.example/a.png</i:loc></i:image></url>"
                + "<url><loc><![CDATA[https://shop.example/a?b=1&c=2]]></loc></url>"
                + "<url><loc>HTTP://Shop.Example/a b|c</loc></url>"
                + "<url><loc>https://shop.example.evil.example/</loc></url>"
                + "<url><loc>https://other.example/https://shop.example/</loc></url>"
                + "<url><loc>ftp://shop.example/</loc></url><url/></urlset>");

        assertThat(measure()).isEqualTo(new Pages(3));
    }

    @Test
    void a_sitemap_may_be_written_in_another_encoding() {
        site.has("/sitemap.xml", pages(1, 7).replace("UTF-8", "UTF-16").getBytes(UTF_16));

        assertThat(measure()).isEqualTo(new Pages(7));
    }

    @Test
    void a_sitemap_of_the_usual_size_is_read() {
        site.has("/sitemap.xml", pages(1, 100_000));

        assertThat(sitemaps(Limits.USUAL).measure(NAME)).isEqualTo(new Pages(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>404</body></html>", "<urlset><url><loc>https://sho",
            "<urlset/>", "<urlset><url><loc>https://other.example/</loc></url></urlset>",
            "<sitemapindex/>", "https://shop.example/1\nhttps://shop.example/2", "{}",
            "<urlset></urlset><urlset/>", "\u0000"})
    void what_lists_no_pages_is_no_count(String body) {
        site.has("/sitemap.xml", body);

        assertThat(measure()).isInstanceOf(Unmeasurable.class);
    }

    @Test
    void half_a_count_is_none() {
        site.has("/sitemap.xml", index("https://shop.example/a", "https://shop.example/b"))
                .has("/a", pages(1, 10));
        assertThat(measure()).isEqualTo(
                new Unmeasurable("it has no sitemap, or not all of it"));

        site.has("/sitemap.xml", index("https://shop.example/a", "https://cdn.example/b"));
        assertThat(measure()).isEqualTo(
                new Unmeasurable("its sitemap lists one of another host"));
    }

    @Test
    void a_site_without_a_sitemap_cannot_be_measured() {
        assertThat(measure()).isEqualTo(
                new Unmeasurable("it has no sitemap, or not all of it"));
    }
}
