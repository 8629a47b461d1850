package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Event;
import dev.makegood.event.EventCursor;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentEvent;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.payment.Purpose;
import dev.makegood.payment.RefundsAndDisputes;
import dev.makegood.testing.StorageTestBase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Reports} must do with payments. */
public abstract class PaymentReportsContract extends StorageTestBase {

    /**
     * Only what this test billed is older than this and younger than what the tests before billed.
     */
    private final PaymentCursor end =
            new PaymentCursor(at(100), new PaymentId(samples.id()));

    private Instant at(int secondsLater) {
        return clock.instant().plusSeconds(secondsLater);
    }

    private Payment.Billed billed(CustomerId customer, String gateway, int secondsLater) {
        var details = new PaymentDetails(new PaymentId(samples.id()), customer, gateway,
                Money.of(19_900, "RUB"), new Purpose.PaidWork(samples.id()), "a film",
                new PaymentDetails.ReturnUrls("https://a.example", "https://b.example"),
                at(secondsLater));
        var billed = new Payment.Billed(details, RefundsAndDisputes.NONE);
        change(customer, unit -> unit.payments().add(billed));
        return billed;
    }

    private Payment.Failed failed(Payment.Billed billed) {
        var failed = billed.fail("no funds", at(50));
        change(billed.details().customer(), unit -> unit.payments().replace(billed, failed));
        return failed;
    }

    @Test
    void everybodys_payments_come_the_newest_first() {
        var first = billed(ada, "one", 0);
        var second = failed(billed(bob, "two", 1));
        var third = billed(ada, "two", 2);

        assertThat(payments(PaymentFilter.ALL, end, 3)).containsExactly(third, second, first);
        assertThat(payments(PaymentFilter.ALL, PaymentCursor.of(third), 1))
                .containsExactly(second);
    }

    @Test
    void payments_of_some_statuses_are_chosen() {
        var pending = billed(bob, "one", 0);
        var failed = failed(billed(ada, "one", 1));

        assertThat(payments(PaymentFilter.ALL.withStatuses(Set.of(PaymentStatus.FAILED)), end, 1))
                .containsExactly(failed);
        assertThat(payments(PaymentFilter.ALL.withStatuses(Set.of(PaymentStatus.PENDING)), end, 1))
                .containsExactly(pending);
    }

    @Test
    void payments_of_a_gateway_and_a_time_are_chosen() {
        var before = billed(ada, "one", 0);
        var first = billed(bob, "one", 1);
        var elsewhere = failed(billed(ada, "two", 2));
        var last = failed(billed(ada, "one", 3));
        var after = billed(ada, "one", 4);
        var hour = PaymentFilter.ALL.between(at(1), at(4));

        assertThat(payments(hour, null, 100)).containsExactly(last, elsewhere, first);
        assertThat(payments(hour.withGateway("one"), null, 100)).containsExactly(last, first);
        assertThat(payments(hour.withGateway("one").withStatuses(Set.of(PaymentStatus.FAILED)),
                null, 100))
                        .containsExactly(last);
        assertThat(payments(PaymentFilter.ALL.between(at(4), null), end, 100))
                .containsExactly(after);
        assertThat(payments(PaymentFilter.ALL.between(null, at(1)), end, 1))
                .containsExactly(before);
    }

    @Test
    void payments_of_the_same_moment_are_each_seen_once() {
        var all = List.<Payment>of(billed(ada, "one", 0), billed(bob, "two", 0),
                failed(billed(ada, "two", 0)), billed(bob, "one", 0));

        var seen = new ArrayList<Payment>();
        var place = end;
        for (int i = 0; i < all.size(); i++) {
            seen.addAll(payments(PaymentFilter.ALL, place, 1));
            place = PaymentCursor.of(seen.getLast());
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void what_an_operator_should_look_at_comes_the_newest_first() {
        clock.advance(Duration.ofDays(1));
        quarantined(ada, "first");
        quarantined(bob, "second");
        clock.advance(Duration.ofHours(1));
        change(ada, unit -> unit.events().append(new TestEvent("nothing"), clock.instant()));
        quarantined(ada, "third");

        var all = storage().reports().quarantineEvents(later(), 3);
        assertThat(all).extracting(event -> event.facts().get("reason")).first().isEqualTo("third");
        assertThat(all).extracting(event -> event.facts().get("reason"))
                .containsExactlyInAnyOrder("first", "second", "third");
        assertThat(storage().reports().quarantineEvents(EventCursor.of(all.get(0)), 2))
                .isEqualTo(all.subList(1, 3));
        assertThat(storage().reports().quarantineEvents(EventCursor.of(all.get(1)), 1))
                .isEqualTo(all.subList(2, 3));
    }

    /**
     * Only what this test noted is older than this and younger than what the tests before noted.
     */
    private EventCursor later() {
        return new EventCursor(clock.instant().plusSeconds(1), CustomerId.SYSTEM_ACCOUNT, 1);
    }

    private void quarantined(CustomerId customer, String why) {
        change(customer, unit -> unit.events().append(new QuarantinedSample(why), clock.instant()));
    }

    private record QuarantinedSample(String why) implements Event {

        @Override
        public String type() {
            return PaymentEvent.QUARANTINED;
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("reason", why);
        }
    }

    private List<Payment> payments(
            PaymentFilter filter, @Nullable PaymentCursor after,
            int limit) {
        return storage().reports().payments(filter, after, limit);
    }
}
