package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayBooks.Entry;
import dev.makegood.payment.GatewayBooks.Listed;
import dev.makegood.payment.GatewayBooks.Unreadable;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all {@link GatewayBooks} must do; extend it for yours, and let the hooks act on the other side. */
public abstract class GatewayBooksContract {

    private static final Duration HOUR = Duration.ofHours(1);

    /** The books under test. */
    protected abstract GatewayBooks books();

    /** The time by the clock of the other side. */
    protected abstract Instant now();

    /** Moves that clock. */
    protected abstract void pass(Duration time);

    /** Opens a new bill of ours there, unpaid. */
    protected abstract Bill opened();

    /** Opens a new bill of ours there and lets it be paid. */
    protected abstract Bill paid();

    /** Gives so much of a bill back. */
    protected abstract void giveBack(Bill bill, Money amount);

    /** Lets another system of the shop sell something there; answers what it is called. */
    protected abstract GatewayRef soldWithoutUs();

    /** Lets the other side break at the next call. */
    protected abstract void breakAtTheNextCall();

    @Test
    void what_is_ours_is_listed_under_our_name_as_far_as_it_is() {
        var unpaid = opened();
        var paid = paid();

        assertThat(ofBill(unpaid).report()).isInstanceOf(NotPaidYet.class);
        assertThat(ofBill(paid).report()).isInstanceOfSatisfying(Received.class,
                received -> assertThat(received.paid().amount()).isEqualTo(paid.amount()));
        assertThat(ofBill(paid).returned()).isEqualTo(paid.amount().none());
    }

    @Test
    void what_went_back_is_told() {
        var paid = paid();
        var part = new Money(paid.amount().minor() / 4, paid.amount().currency());

        giveBack(paid, part);

        assertThat(ofBill(paid).returned()).isEqualTo(part);
    }

    @Test
    void what_others_sold_is_listed_too() {
        var theirs = soldWithoutUs();

        assertThat(entries(now().minus(HOUR), now().plus(HOUR)))
                .extracting(Entry::names)
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
                .noneMatch(it -> it.names().contains(before.ref()))
                .noneMatch(it -> it.names().contains(after.ref()));
        assertThat(entries(from.plus(HOUR), from.plus(HOUR).plus(HOUR))).hasSize(1);
    }

    @Test
    void half_a_list_is_none() {
        var unused = paid();
        breakAtTheNextCall();

        assertThat(books().between(now().minus(HOUR), now().plus(HOUR)))
                .isInstanceOf(Unreadable.class);
    }

    private Entry ofBill(Bill bill) {
        return entries(now().minus(HOUR), now().plus(HOUR)).stream()
                .filter(entry -> entry.names().contains(bill.ref()))
                .findFirst()
                .orElseThrow();
    }

    private List<Entry> entries(Instant from, Instant until) {
        var listing = books().between(from, until);
        assertThat(listing).isInstanceOf(Listed.class);
        return ((Listed) listing).entries();
    }
}
