package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.PaymentHistory.BonusEntry;
import dev.makegood.PaymentHistory.HistoryEntry;
import dev.makegood.PaymentHistory.PaymentEntry;
import dev.makegood.PaymentHistory.PaymentHistoryCursor;
import dev.makegood.PaymentHistory.PaymentType;
import dev.makegood.PaymentHistory.RefundEntry;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.TransferId;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.payment.Purpose;
import dev.makegood.payment.RefundsAndDisputes;
import dev.makegood.testing.StorageTestBase;
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
public abstract class PaymentHistoryContract extends StorageTestBase {

    private static final Money PRICE = Money.of(19_900, "RUB");

    @Test
    void payments_bonuses_and_refunds_come_together_the_newest_first() {
        var payment = billed(ada);
        clock.advance(Duration.ofHours(1));
        var bonus = bonus(ada);
        clock.advance(Duration.ofHours(1));
        var returned = returned(payment, refund("re_1", 900, RefundStatus.REQUESTED));
        clock.advance(Duration.ofHours(1));
        var later = billed(ada);

        assertThat(history(Set.of())).extracting(HistoryEntry::type)
                .containsExactly(PaymentType.PAYMENT, PaymentType.REFUND, PaymentType.WEEKLY_BONUS,
                        PaymentType.PAYMENT);
        assertThat(history(Set.of())).element(0).isEqualTo(new PaymentEntry(later));
        assertThat(history(Set.of())).element(1)
                .isEqualTo(new RefundEntry(returned, refundOf(returned, "re_1")));
        assertThat(history(Set.of())).element(2)
                .isInstanceOfSatisfying(BonusEntry.class,
                        bonusEntry -> assertThat(bonusEntry.bonus().id()).isEqualTo(bonus));
        assertThat(history(Set.of())).element(3).isEqualTo(new PaymentEntry(returned));
    }

    @Test
    void only_some_types_are_chosen() {
        var payment = billed(ada);
        var bonus = bonus(ada);
        returned(payment, refund("re_1", 900, RefundStatus.SUCCEEDED));

        assertThat(history(Set.of(PaymentType.WEEKLY_BONUS))).extracting(HistoryEntry::id)
                .containsExactly(bonus.value());
        assertThat(history(Set.of(PaymentType.REFUND, PaymentType.PAYMENT)))
                .extracting(HistoryEntry::type)
                .containsExactlyInAnyOrder(PaymentType.REFUND, PaymentType.PAYMENT);
    }

    @Test
    void credits_from_elsewhere_and_other_customers_are_not_in_it() {
        granted(ada, GrantSource.SIGNUP);
        granted(ada, GrantSource.PURCHASE);
        returned(billed(bob), refund("re_1", 900, RefundStatus.SUCCEEDED));
        bonus(bob);

        assertThat(history(Set.of())).isEmpty();
    }

    @Test
    void a_refund_is_as_far_as_it_is_now_and_stays_where_it_was() {
        var requested = returned(billed(ada), refund("re_1", 900, RefundStatus.REQUESTED));
        var before = history(Set.of(PaymentType.REFUND)).getFirst();
        clock.advance(Duration.ofDays(1));

        var failed =
                returned(requested, refundOf(requested, "re_1").withStatus(RefundStatus.FAILED));

        var after = history(Set.of(PaymentType.REFUND));
        assertThat(after).containsExactly(new RefundEntry(failed, refundOf(failed, "re_1")));
        assertThat(PaymentHistoryCursor.of(after.getFirst()))
                .isEqualTo(PaymentHistoryCursor.of(before));
    }

    @Test
    void every_entry_is_seen_once_however_many_fall_into_one_moment() {
        var all = new ArrayList<HistoryEntry>();
        for (int i = 0; i < 3; i++) {
            var payment = billed(ada);
            bonus(ada);
            var once = returned(payment, refund("re_1", 100, RefundStatus.PENDING));
            returned(once, refund("re_2", 200, RefundStatus.SUCCEEDED));
        }

        @Nullable
        PaymentHistoryCursor cursor = null;
        for (var page = page(cursor, 5); !page.isEmpty(); page = page(cursor, 5)) {
            all.addAll(page);
            cursor = PaymentHistoryCursor.of(page.getLast());
        }

        assertThat(all).hasSize(12).doesNotHaveDuplicates().isEqualTo(history(Set.of()));
    }

    private List<HistoryEntry> history(Set<PaymentType> types) {
        return storage().paymentHistory().page(ada, types, null, 100);
    }

    private List<HistoryEntry> page(@Nullable PaymentHistoryCursor after, int limit) {
        return storage().paymentHistory().page(ada, Set.of(), after, limit);
    }

    private Payment billed(CustomerId customer) {
        var details = new PaymentDetails(new PaymentId(samples.id()), customer, "fake", PRICE,
                new Purpose.PaidWork(samples.id()), "a film",
                new PaymentDetails.ReturnUrls("https://a.example", "https://b.example"),
                clock.instant());
        var billed = new Payment.Billed(details, RefundsAndDisputes.NONE);
        change(customer, unit -> unit.payments().add(billed));
        return billed;
    }

    private TransferId bonus(CustomerId customer) {
        return granted(customer, GrantSource.WEEKLY_BONUS);
    }

    private TransferId granted(CustomerId customer, GrantSource source) {
        var id = samples.transfer();
        assertThat(ledger().grant(id, customer, Grant.of(source, new Credits(10))))
                .isInstanceOf(Posting.Posted.class);
        return id;
    }

    private PaymentRefund refund(String key, long minor, RefundStatus refundStatus) {
        return new PaymentRefund(key, Money.of(minor, "RUB"), refundStatus, clock.instant());
    }

    private Payment returned(Payment before, PaymentRefund refund) {
        var refunds = new HashMap<>(before.refundsAndDisputes().refunds());
        refunds.put(refund.key(), refund);
        var after = before.with(new RefundsAndDisputes(refunds, Map.of(), 0));
        change(before.details().customer(), unit -> unit.payments().replace(before, after));
        return after;
    }

    private static PaymentRefund refundOf(Payment payment, String key) {
        return Objects.requireNonNull(payment.refundsAndDisputes().refunds().get(key));
    }
}
