package dev.makegood.sites;

import dev.makegood.pricing.Hostname;
import dev.makegood.pricing.SitePageCounter;
import dev.makegood.pricing.SitePageCounterContract;
import org.junit.jupiter.api.AfterEach;

class SitemapsContractTest extends SitePageCounterContract {

    private static final Hostname PRIVATE = new Hostname("private.example");

    private final SiteFixture fixture = new SiteFixture() {};

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Override
    protected SitePageCounter counter() {
        var network = fixture.network(name -> SiteFixture.addresses(
                name.equals(PRIVATE.value()) ? "10.0.0.1" : "127.0.0.1"));
        return new Sitemaps(network, SiteFixture.LIMITS);
    }

    @Override
    protected Hostname siteWithPages(int count) {
        fixture.site.withFile("/sitemap.xml", SiteFixture.pages(1, count));
        return SiteFixture.NAME;
    }

    @Override
    protected Hostname siteWithoutList() {
        return SiteFixture.NAME;
    }

    @Override
    protected Hostname siteAtPrivateAddress() {
        return PRIVATE;
    }
}
