package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayBooks.GatewayEntry;
import dev.makegood.payment.GatewayBooks.Listed;
import dev.makegood.payment.GatewayBooks.Unreadable;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What all {@link GatewayBooks} must do; extend it for yours, and let the hooks act on the other
 * side.
 */
public abstract class GatewayBooksContract {

    private static final Duration HOUR = Duration.ofHours(1);

    /** The books under test. */
    protected abstract GatewayBooks books();

    /** The time by the clock of the other side. */
    protected abstract Instant now();

    /** Advances that clock. */
    protected abstract void pass(Duration time);

    /** Opens a new payment of ours there, unpaid. */
    protected abstract PaymentDetails opened();

    /** Opens a new payment of ours there and lets it be paid. */
    protected abstract PaymentDetails paid();

    /** Refunds this much of a payment. */
    protected abstract void refund(PaymentDetails details, Money amount);

    /** Lets another system of the merchant sell something there; answers its reference. */
    protected abstract GatewayRef sellWithoutUs();

    /** Opens a new payment of ours there, and lets it be shown in a shape that cannot be read. */
    protected abstract PaymentDetails openedUnreadable();

    /** Lets another system sell something there that is shown in a shape that cannot be read. */
    protected abstract void sellUnreadableWithoutUs();

    /** Lets the other side break at the next call. */
    protected abstract void breakAtTheNextCall();

    @Test
    void what_is_ours_is_listed_under_our_name_as_far_as_it_is() {
        var unpaid = opened();
        var paid = paid();

        assertThat(entryOf(unpaid).report()).isInstanceOf(NotPaidYet.class);
        assertThat(entryOf(paid).report()).isInstanceOfSatisfying(PaymentReceived.class,
                paymentReceived -> assertThat(paymentReceived.paid().amount())
                        .isEqualTo(paid.amount()));
        assertThat(entryOf(paid).refunded()).isEqualTo(paid.amount().none());
    }

    @Test
    void what_was_refunded_is_listed() {
        var paid = paid();
        var part = new Money(paid.amount().minorUnits() / 4, paid.amount().currency());

        refund(paid, part);

        assertThat(entryOf(paid).refunded()).isEqualTo(part);
    }

    @Test
    void what_others_sold_is_listed_too() {
        var theirs = sellWithoutUs();

        assertThat(entries(now().minus(HOUR), now().plus(HOUR)))
                .extracting(GatewayEntry::refs)
                .contains(List.of(theirs));
    }

    @Test
    void only_what_was_made_in_that_time_is_listed_and_all_of_it() {
        var before = paid();
        pass(HOUR);
        var from = now();
        for (int i = 0; i < 120; i++) {
            assertThat(opened()).isNotNull();
        }
        pass(HOUR);
        var after = paid();

        assertThat(entries(from, from.plus(HOUR))).hasSize(120)
                .noneMatch(it -> it.refs().contains(before.ownRef()))
                .noneMatch(it -> it.refs().contains(after.ownRef()));
        assertThat(entries(from.plus(HOUR), from.plus(HOUR).plus(HOUR))).hasSize(1);
    }

    @Test
    void an_entry_that_cannot_be_read_is_named_and_hides_no_other() {
        var before = paid();
        var odd = openedUnreadable();
        var after = paid();

        var listed = list(now().minus(HOUR), now().plus(HOUR));

        assertThat(listed.unreadable()).singleElement().satisfies(entry -> {
            assertThat(entry.refs()).contains(odd.ownRef());
            assertThat(entry.why()).isNotBlank();
        });
        assertThat(listed.entries()).hasSize(2)
                .allMatch(it -> it.refs().contains(before.ownRef())
                        || it.refs().contains(after.ownRef()));
    }

    @Test
    void an_entry_of_others_that_cannot_be_read_does_not_matter() {
        var ours = paid();
        sellUnreadableWithoutUs();

        var listed = list(now().minus(HOUR), now().plus(HOUR));

        assertThat(listed.unreadable()).isEmpty();
        assertThat(listed.entries()).singleElement()
                .matches(it -> it.refs().contains(ours.ownRef()));
    }

    @Test
    void half_a_list_is_none() {
        var unused = paid();
        breakAtTheNextCall();

        assertThat(books().list(now().minus(HOUR), now().plus(HOUR)))
                .isInstanceOf(Unreadable.class);
    }

    private GatewayEntry entryOf(PaymentDetails details) {
        return entries(now().minus(HOUR), now().plus(HOUR)).stream()
                .filter(gatewayEntry -> gatewayEntry.refs().contains(details.ownRef()))
                .findFirst()
                .orElseThrow();
    }

    private List<GatewayEntry> entries(Instant from, Instant until) {
        return list(from, until).entries();
    }

    private Listed list(Instant from, Instant until) {
        var listResult = books().list(from, until);
        assertThat(listResult).isInstanceOf(Listed.class);
        return (Listed) listResult;
    }
}
