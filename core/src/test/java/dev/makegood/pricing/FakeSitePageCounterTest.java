package dev.makegood.pricing;

import java.util.HashMap;
import java.util.Map;

/** The contract of page counters runs here too, on sites that are only numbers. */
class FakeSitePageCounterTest extends SitePageCounterContract {

    private final FakeSitePageCounter counter = new FakeSitePageCounter(new HashMap<>());

    /** Knows the number of pages of each site. */
    record FakeSitePageCounter(Map<Hostname, Long> pages) implements SitePageCounter {

        @Override
        public SitePageCount countPages(Hostname hostname) {
            var count = pages.get(hostname);
            return count == null ? new PagesUncountable("the site lists no pages")
                    : new PagesCounted(count);
        }
    }

    @Override
    protected SitePageCounter counter() {
        return counter;
    }

    @Override
    protected Hostname siteWithPages(int count) {
        var site = new Hostname("shop.example");
        counter.pages().put(site, (long) count);
        return site;
    }

    @Override
    protected Hostname siteWithoutList() {
        return new Hostname("empty.example");
    }

    @Override
    protected Hostname siteAtPrivateAddress() {
        return new Hostname("private.example");
    }
}
