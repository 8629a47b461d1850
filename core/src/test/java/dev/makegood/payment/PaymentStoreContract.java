package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.testing.OnStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link PaymentStore} and {@link PaymentDirectory} must do. */
public abstract class PaymentStoreContract extends OnStorage {

    private static final Money PRICE = Money.of(19_900, "RUB");

    private final Instant later = clock.instant().plus(Duration.ofSeconds(5, 123_456_000));
    private final Payment.Billed billed = billed(new Purpose.Work(samples.id()));

    private Payment.Billed billed(Purpose purpose) {
        var bill = new Bill(new PaymentId(samples.id()), ada, "fake", PRICE, purpose, "«Ω» 🐈",
                new Bill.Return("https://shop.example/ok?x=1", "https://shop.example/no"),
                clock.instant());
        return new Payment.Billed(bill, Aftermath.NONE);
    }

    private GatewayRef name() {
        return new GatewayRef("fake", "cs_" + samples.id());
    }

    @Test
    void a_payment_is_found_as_it_was_added() {
        add(billed);

        assertThat(kept(billed)).isEqualTo(billed);
        assertThat(storage().paymentDirectory().find(billed.id())).contains(billed);
        assertThat(storage().paymentDirectory().ownerOf(billed.id())).contains(ada);
    }

    @Test
    void what_was_bought_is_kept_as_it_was() {
        var pack = billed(new Purpose.Pack("starter", new Credits(100), new Credits(10)));
        add(pack);

        assertThat(kept(pack)).isEqualTo(pack);
    }

    @Test
    void every_state_is_kept_and_nothing_of_the_former_one_stays() {
        var open = billed.open(new Checkout(name(), "https://pay.example/#" + "x".repeat(3_000)),
                later);
        var waiting = open.wait(later.plusSeconds(1));
        var paid = new Payment.Paid(name(), PRICE, "sbp", later.plusSeconds(4));
        var other = new Payment.Paid(name(), Money.of(1, "EUR"), "card", later.plusSeconds(4));
        add(billed);

        inTurn(billed, open, waiting, waiting.cancel("expired", later.plusSeconds(2)),
                waiting.fail("no funds", later.plusSeconds(3)),
                waiting.setAside(other, "other money"),
                waiting.succeed(paid));
    }

    @Test
    void refunds_and_disputes_are_kept_in_every_state_of_theirs() {
        add(billed);
        Payment before = billed;
        for (var state : PaymentRefund.State.values()) {
            var refund = new PaymentRefund("re_" + state, Money.of(5, "RUB"), state, later);
            before = moved(before, before.with(before.aftermath().with(refund)));
        }
        for (var stage : Dispute.Stage.values()) {
            var dispute = new Dispute("dp_" + stage, Money.of(7, "RUB"), stage);
            before = moved(before,
                    before.with(before.aftermath().with(dispute).reversedOnceMore()));
        }

        assertThat(kept(billed).aftermath().refunds()).hasSize(4);
        assertThat(kept(billed).aftermath().disputes()).hasSize(3);
        assertThat(kept(billed).aftermath().reversals()).isEqualTo(3);
    }

    private void inTurn(Payment... states) {
        var unused = Arrays.stream(states).skip(1).reduce(states[0], this::moved);
    }

    private Payment moved(Payment before, Payment after) {
        change(ada, unit -> unit.payments().replace(before, after));

        assertThat(kept(after)).isEqualTo(after);
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
    void somebody_elses_payment_is_not_found() {
        add(billed);

        assertThat(found(bob, unit -> unit.payments().find(billed.id()))).isEmpty();
    }

    @Test
    void a_stale_replacement_is_refused() {
        var open = billed.open(new Checkout(name(), "https://pay.example"), later);
        add(billed);
        change(ada, unit -> unit.payments().replace(billed, open));

        assertThatThrownBy(() -> change(ada, unit -> unit.payments().replace(billed, open)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_name_belongs_to_the_payment_that_was_first() {
        var second = billed(new Purpose.Work(samples.id()));
        var name = name();
        add(billed);
        add(second);

        assertThat(claimed(ada, name, billed)).isEqualTo(billed.id());
        assertThat(claimed(ada, name, billed)).isEqualTo(billed.id());
        assertThat(claimed(bob, name, second)).isEqualTo(billed.id());
        assertThat(storage().paymentDirectory().named(name)).contains(billed.id());
        assertThat(storage().paymentDirectory().named(new GatewayRef("other", name.id())))
                .isEmpty();
    }

    private PaymentId claimed(CustomerId customer, GatewayRef name, Payment payment) {
        return in(customer, unit -> unit.payments().claim(name, payment.id()));
    }

    @ParameterizedTest
    @EnumSource
    void a_notice_is_seen_first_once(Whose whose) {
        var notice = name();
        var again = whose == Whose.THE_SAME_CUSTOMERS ? ada : bob;

        assertThat(isFirst(ada, notice)).isTrue();
        assertThat(isFirst(again, notice)).isFalse();
    }

    /** Who hears a notice again. */
    enum Whose {
        THE_SAME_CUSTOMERS,
        ANOTHER_CUSTOMERS
    }

    @Test
    void a_notice_whose_effect_was_undone_was_never_seen() {
        var notice = name();
        assertThatThrownBy(() -> change(ada, unit -> {
            assertThat(unit.payments().seeFirst(notice)).isTrue();
            throw new IllegalStateException("undone");
        })).hasMessage("undone");

        assertThat(isFirst(ada, notice)).isTrue();
    }

    private boolean isFirst(CustomerId customer, GatewayRef notice) {
        return in(customer, unit -> unit.payments().seeFirst(notice));
    }

    private void add(Payment payment) {
        change(ada, unit -> unit.payments().add(payment));
    }

    private Payment kept(Payment payment) {
        return in(ada, unit -> unit.payments().find(payment.id())).orElseThrow();
    }
}
