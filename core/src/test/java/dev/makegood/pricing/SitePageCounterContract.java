package dev.makegood.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.pricing.SitePageCounter.PagesCounted;
import dev.makegood.pricing.SitePageCounter.PagesUncountable;
import org.junit.jupiter.api.Test;

/** What all {@link SitePageCounter}s must do; extend it for yours, and let the hooks make sites. */
public abstract class SitePageCounterContract {

    /** The counter under test. */
    protected abstract SitePageCounter counter();

    /** A site that lists this many pages. */
    protected abstract Hostname siteWithPages(int count);

    /** A site that is there and lists no pages. */
    protected abstract Hostname siteWithoutList();

    /** A site whose address is not public. */
    protected abstract Hostname siteAtPrivateAddress();

    @Test
    void the_pages_of_a_site_are_counted() {
        var site = siteWithPages(42);

        assertThat(counter().countPages(site)).isEqualTo(new PagesCounted(42));
    }

    @Test
    void counting_again_answers_the_same() {
        var site = siteWithPages(7);

        assertThat(counter().countPages(site)).isEqualTo(counter().countPages(site));
    }

    @Test
    void a_site_that_lists_no_pages_is_uncountable() {
        assertUncountable(siteWithoutList());
    }

    @Test
    void a_site_at_a_private_address_is_uncountable() {
        assertUncountable(siteAtPrivateAddress());
    }

    private void assertUncountable(Hostname site) {
        assertThat(counter().countPages(site)).isInstanceOfSatisfying(PagesUncountable.class,
                uncountable -> assertThat(uncountable.why()).isNotBlank());
    }
}
