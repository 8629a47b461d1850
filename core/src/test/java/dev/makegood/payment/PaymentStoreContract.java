package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.testing.StorageTestBase;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link PaymentStore} and {@link PaymentDirectory} must do. */
public abstract class PaymentStoreContract extends StorageTestBase {

    private static final Money PRICE = Money.of(19_900, "RUB");

    private final Instant later = clock.instant().plus(Duration.ofSeconds(5, 123_456_000));
    private final Payment.Billed billed = billed(new Purpose.PaidWork(samples.id()));

    private Payment.Billed billed(Purpose purpose) {
        var details = new PaymentDetails(new PaymentId(samples.id()), ada, "fake", PRICE, purpose,
                "«Ω» 🐈",
                new PaymentDetails.ReturnUrls("https://shop.example/ok?x=1",
                        "https://shop.example/no"),
                clock.instant());
        return new Payment.Billed(details, RefundsAndDisputes.NONE);
    }

    private GatewayRef newRef() {
        return new GatewayRef("fake", "cs_" + samples.id());
    }

    @Test
    void a_payment_is_found_as_it_was_added() {
        add(billed);

        assertThat(stored(billed)).isEqualTo(billed);
        assertThat(storage().paymentDirectory().find(billed.id())).contains(billed);
        assertThat(storage().paymentDirectory().ownerOf(billed.id())).contains(ada);
    }

    @Test
    void what_was_bought_is_kept_as_it_was() {
        var pack = billed(new Purpose.Pack("starter", new Credits(100), new Credits(10)));
        add(pack);

        assertThat(stored(pack)).isEqualTo(pack);
    }

    @Test
    void what_the_gateway_keeps_and_what_it_says_of_the_method_are_kept_as_they_are() {
        var details = billed.details()
                .withMetadata(Map.of("hostname", "xn--e1afmkfd.example", "note", "a \"ü\" \\ 🐈"));
        var withMetadata = new Payment.Billed(details, RefundsAndDisputes.NONE);
        var method =
                "{\"type\": \"card\",  \"card\":{\"last4\":\"4242\",\"brand\":\"«Ω»\",\"a\":null}}";
        add(withMetadata);

        assertThat(stored(withMetadata)).isEqualTo(withMetadata);
        replaceInTurn(withMetadata, withMetadata.succeed(
                new Payment.PaidMoney(newRef(), PRICE, "card", later, method)));
    }

    @Test
    void every_state_is_kept_and_nothing_of_the_former_one_stays() {
        var open = billed.open(new Checkout(newRef(), "https://pay.example/#" + "x".repeat(3_000)),
                later);
        var waiting = open.awaitCapture(later.plusSeconds(1));
        var paid = new Payment.PaidMoney(newRef(), PRICE, "sbp", later.plusSeconds(4));
        var other =
                new Payment.PaidMoney(newRef(), Money.of(1, "EUR"), "card", later.plusSeconds(4));
        add(billed);

        replaceInTurn(billed, open, waiting, waiting.cancel("expired", later.plusSeconds(2)),
                waiting.fail("no funds", later.plusSeconds(3)),
                waiting.quarantine(other, "other money"), waiting.succeed(paid));
    }

    @Test
    void what_is_in_quarantine_is_refunded_in_its_own_currency_and_accepted_otherwise_than_billed() {
        var euro = new Payment.PaidMoney(newRef(), Money.of(100, "EUR"), "card", later);
        var less = new Payment.PaidMoney(newRef(), Money.of(1, "RUB"), "card", later);
        add(billed);
        var quarantined = replaced(billed, billed.quarantine(euro, "other money"));
        var refund = new PaymentRefund("re_1", Money.of(5, "EUR"),
                PaymentRefund.RefundStatus.SUCCEEDED, later);

        var unused = replaced(quarantined,
                quarantined.with(quarantined.refundsAndDisputes().with(refund)));

        var otherBilled = billed(new Purpose.Pack("starter", new Credits(100), Credits.NONE));
        add(otherBilled);
        var accepted = (Payment.Quarantined) replaced(otherBilled,
                otherBilled.quarantine(less, "less money"));
        assertThat(replaced(accepted, accepted.accept(later.plusSeconds(9))).refundBase())
                .isEqualTo(less.amount());
    }

    @Test
    void refunds_and_disputes_are_kept_in_every_state_of_theirs() {
        add(billed);
        Payment before = billed;
        for (var refundStatus : PaymentRefund.RefundStatus.values()) {
            var refund = new PaymentRefund("re_" + refundStatus, Money.of(5, "RUB"), refundStatus,
                    later);
            before = replaced(before, before.with(before.refundsAndDisputes().with(refund)));
        }
        for (var disputeStatus : Dispute.DisputeStatus.values()) {
            var dispute = new Dispute("dp_" + disputeStatus, Money.of(7, "RUB"), disputeStatus);
            before = replaced(before,
                    before.with(before.refundsAndDisputes().with(dispute).withOneMoreReversal()));
        }

        assertThat(stored(billed).refundsAndDisputes().refunds()).hasSize(4);
        assertThat(stored(billed).refundsAndDisputes().disputes()).hasSize(3);
        assertThat(stored(billed).refundsAndDisputes().reversalCount()).isEqualTo(3);
    }

    private void replaceInTurn(Payment... states) {
        var unused = Arrays.stream(states).skip(1).reduce(states[0], this::replaced);
    }

    private Payment replaced(Payment before, Payment after) {
        change(ada, unit -> unit.payments().replace(before, after));

        assertThat(stored(after)).isEqualTo(after);
        return after;
    }

    @Test
    void an_id_is_used_once_in_the_whole_world() {
        add(billed);

        assertThatThrownBy(() -> add(billed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> change(bob, unit -> unit.payments().add(billed)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void another_customers_payment_is_not_found() {
        add(billed);

        assertThat(find(bob, unit -> unit.payments().find(billed.id()))).isEmpty();
    }

    @Test
    void a_stale_replacement_is_refused() {
        var open = billed.open(new Checkout(newRef(), "https://pay.example"), later);
        add(billed);
        change(ada, unit -> unit.payments().replace(billed, open));

        assertThatThrownBy(() -> change(ada, unit -> unit.payments().replace(billed, open)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_name_belongs_to_the_payment_that_was_first() {
        var second = billed(new Purpose.PaidWork(samples.id()));
        var name = newRef();
        add(billed);
        add(second);

        assertThat(claimRef(ada, name, billed)).isEqualTo(billed.id());
        assertThat(claimRef(ada, name, billed)).isEqualTo(billed.id());
        assertThat(claimRef(bob, name, second)).isEqualTo(billed.id());
        assertThat(storage().paymentDirectory().findIdByRef(name)).contains(billed.id());
        assertThat(storage().paymentDirectory().findIdByRef(new GatewayRef("other", name.id())))
                .isEmpty();
    }

    @Test
    void payments_are_found_by_a_name_whichever_gateway_gave_it() {
        var second = billed(new Purpose.PaidWork(samples.id()));
        var name = newRef();
        add(billed);
        add(second);
        assertThat(claimRef(ada, name, billed)).isEqualTo(billed.id());
        assertThat(claimRef(ada, new GatewayRef("other", name.id()), second))
                .isEqualTo(second.id());

        assertThat(storage().paymentDirectory().findIdsByRef(name.id()))
                .containsExactlyInAnyOrder(billed.id(), second.id());
        assertThat(storage().paymentDirectory().findIdsByRef(name.id() + "x")).isEmpty();
    }

    private PaymentId claimRef(CustomerId customer, GatewayRef name, Payment payment) {
        return write(customer, unit -> unit.payments().claimRef(name, payment.id()));
    }

    @ParameterizedTest
    @EnumSource
    void a_notice_is_seen_first_once(NoticeRecipient recipient) {
        var notice = newRef();
        var again = recipient == NoticeRecipient.THE_SAME_CUSTOMERS ? ada : bob;

        assertThat(isNewNotice(ada, notice)).isTrue();
        assertThat(isNewNotice(again, notice)).isFalse();
    }

    /** Whether a notice is recorded as new. */
    enum NoticeRecipient {
        THE_SAME_CUSTOMERS,
        ANOTHER_CUSTOMERS
    }

    @Test
    void a_notice_whose_effect_was_undone_was_never_seen() {
        var notice = newRef();
        assertThatThrownBy(() -> change(ada, unit -> {
            assertThat(unit.payments().recordNotice(notice)).isTrue();
            throw new IllegalStateException("undone");
        })).hasMessage("undone");

        assertThat(isNewNotice(ada, notice)).isTrue();
    }

    private boolean isNewNotice(CustomerId customer, GatewayRef notice) {
        return write(customer, unit -> unit.payments().recordNotice(notice));
    }

    private void add(Payment payment) {
        change(ada, unit -> unit.payments().add(payment));
    }

    private Payment stored(Payment payment) {
        return write(ada, unit -> unit.payments().find(payment.id())).orElseThrow();
    }
}
