package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.PaymentHistory.Asked;
import dev.makegood.PaymentHistory.Entry;
import dev.makegood.PaymentHistory.Given;
import dev.makegood.PaymentHistory.PaymentType;
import dev.makegood.PaymentHistory.Place;
import dev.makegood.PaymentHistory.Returned;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.TransferId;
import dev.makegood.money.Money;
import dev.makegood.payment.Aftermath;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.State;
import dev.makegood.payment.Purpose;
import dev.makegood.testing.OnStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link PaymentHistory} must do. */
public abstract class PaymentHistoryContract extends OnStorage {

    private static final Money PRICE = Money.of(19_900, "RUB");

    @Test
    void payments_bonuses_and_refunds_come_together_the_newest_first() {
        var payment = billed(ada);
        clock.pass(Duration.ofHours(1));
        var bonus = bonus(ada);
        clock.pass(Duration.ofHours(1));
        var returned = returned(payment, refund("re_1", 900, State.ASKED));
        clock.pass(Duration.ofHours(1));
        var later = billed(ada);

        assertThat(history(Set.of())).extracting(Entry::type)
                .containsExactly(PaymentType.PAYMENT, PaymentType.REFUND, PaymentType.WEEKLY_BONUS,
                        PaymentType.PAYMENT);
        assertThat(history(Set.of())).element(0).isEqualTo(new Asked(later));
        assertThat(history(Set.of())).element(1)
                .isEqualTo(new Returned(returned, refundOf(returned, "re_1")));
        assertThat(history(Set.of())).element(2)
                .isInstanceOfSatisfying(Given.class,
                        given -> assertThat(given.bonus().id()).isEqualTo(bonus));
        assertThat(history(Set.of())).element(3).isEqualTo(new Asked(returned));
    }

    @Test
    void only_some_types_are_chosen() {
        var payment = billed(ada);
        var bonus = bonus(ada);
        returned(payment, refund("re_1", 900, State.SUCCEEDED));

        assertThat(history(Set.of(PaymentType.WEEKLY_BONUS))).extracting(Entry::id)
                .containsExactly(bonus.value());
        assertThat(history(Set.of(PaymentType.REFUND, PaymentType.PAYMENT))).extracting(Entry::type)
                .containsExactlyInAnyOrder(PaymentType.REFUND, PaymentType.PAYMENT);
    }

    @Test
    void credits_from_elsewhere_and_other_customers_are_not_in_it() {
        granted(ada, Source.SIGNUP);
        granted(ada, Source.PURCHASE);
        returned(billed(bob), refund("re_1", 900, State.SUCCEEDED));
        bonus(bob);

        assertThat(history(Set.of())).isEmpty();
    }

    @Test
    void a_refund_is_as_far_as_it_is_now_and_stays_where_it_was() {
        var asked = returned(billed(ada), refund("re_1", 900, State.ASKED));
        var before = history(Set.of(PaymentType.REFUND)).getFirst();
        clock.pass(Duration.ofDays(1));

        var failed = returned(asked, refundOf(asked, "re_1").as(State.FAILED));

        var after = history(Set.of(PaymentType.REFUND));
        assertThat(after).containsExactly(new Returned(failed, refundOf(failed, "re_1")));
        assertThat(Place.of(after.getFirst())).isEqualTo(Place.of(before));
    }

    @Test
    void every_entry_is_seen_once_however_many_fall_into_one_moment() {
        var all = new ArrayList<Entry>();
        for (int i = 0; i < 3; i++) {
            var payment = billed(ada);
            bonus(ada);
            var once = returned(payment, refund("re_1", 100, State.PENDING));
            returned(once, refund("re_2", 200, State.SUCCEEDED));
        }

        @Nullable
        Place place = null;
        for (var page = page(place, 5); !page.isEmpty(); page = page(place, 5)) {
            all.addAll(page);
            place = Place.of(page.getLast());
        }

        assertThat(all).hasSize(12).doesNotHaveDuplicates().isEqualTo(history(Set.of()));
    }

    private List<Entry> history(Set<PaymentType> types) {
        return storage().paymentHistory().page(ada, types, null, 100);
    }

    private List<Entry> page(@Nullable Place after, int limit) {
        return storage().paymentHistory().page(ada, Set.of(), after, limit);
    }

    private Payment billed(CustomerId customer) {
        var bill = new Bill(new PaymentId(samples.id()), customer, "fake", PRICE,
                new Purpose.Work(samples.id()), "a film",
                new Bill.Return("https://a.example", "https://b.example"), clock.instant());
        var billed = new Payment.Billed(bill, Aftermath.NONE);
        change(customer, unit -> unit.payments().add(billed));
        return billed;
    }

    private TransferId bonus(CustomerId customer) {
        return granted(customer, Source.WEEKLY_BONUS);
    }

    private TransferId granted(CustomerId customer, Source source) {
        var id = samples.transfer();
        assertThat(ledger().grant(id, customer, Grant.of(source, new Credits(10))))
                .isInstanceOf(Posting.Posted.class);
        return id;
    }

    private PaymentRefund refund(String key, long minor, State state) {
        return new PaymentRefund(key, Money.of(minor, "RUB"), state, clock.instant());
    }

    private Payment returned(Payment before, PaymentRefund refund) {
        var refunds = new HashMap<>(before.aftermath().refunds());
        refunds.put(refund.key(), refund);
        var after = before.with(new Aftermath(refunds, Map.of(), 0));
        change(before.bill().customer(), unit -> unit.payments().replace(before, after));
        return after;
    }

    private static PaymentRefund refundOf(Payment payment, String key) {
        return Objects.requireNonNull(payment.aftermath().refunds().get(key));
    }
}
