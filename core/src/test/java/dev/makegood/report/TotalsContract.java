package dev.makegood.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.Event;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.LedgerRules;
import dev.makegood.ledger.LedgerSettings;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferKind;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.payment.Purpose;
import dev.makegood.payment.RefundsAndDisputes;
import dev.makegood.report.Totals.CreditTotal;
import dev.makegood.report.Totals.GrantTotal;
import dev.makegood.report.Totals.MoneyTotal;
import dev.makegood.testing.StorageTestBase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every {@link Totals} must do; each test has a time of its own, and what was before is in period 0. */
public abstract class TotalsContract extends StorageTestBase {

    private static final Money PRICE = Money.of(19_900, "RUB");

    private final Instant start = clock.instant();
    private final List<Instant> hours = List.of(start, hour(1), hour(2));

    private Instant hour(int hours) {
        return start.plus(Duration.ofHours(hours));
    }

    private void post(CustomerId customer, Function<LedgerRules, Posting> command) {
        change(customer, unit -> assertThat(command.apply(
                LedgerRules.of(unit, clock.instant(), LedgerSettings.DEFAULT)))
                        .isInstanceOf(Posting.Posted.class));
    }

    private void grant(CustomerId customer, GrantSource source, long credits) {
        post(customer, rules -> rules.grant(samples.transfer(),
                Grant.of(source, new Credits(credits)), Subject.customer(customer),
                Cause.rule("test")));
    }

    @Test
    void credits_are_summed_by_period_kind_and_source() {
        var hold = samples.transfer();
        grant(ada, GrantSource.PROMOTION, 50);
        grant(bob, GrantSource.SIGNUP, 7);
        grant(bob, GrantSource.PROMOTION, 1);
        clock.advance(Duration.ofHours(1));
        post(ada, rules -> rules.hold(hold, new Credits(30), Subject.payment(samples.id()),
                Cause.rule("test")));
        clock.advance(Duration.ofMinutes(59));
        post(ada, rules -> rules.capture(samples.transfer(), hold, new Credits(20),
                Cause.rule("test")));
        clock.advance(Duration.ofMinutes(1));
        grant(ada, GrantSource.PROMOTION, 1_000);

        var totals = storage().totals().read(hours);

        assertThat(totals.credits()).filteredOn(total -> total.period() > 0)
                .containsExactlyInAnyOrder(new CreditTotal(1, TransferKind.GRANT, 58),
                        new CreditTotal(2, TransferKind.HOLD, 30),
                        new CreditTotal(2, TransferKind.CAPTURE, 20),
                        new CreditTotal(2, TransferKind.RELEASE_REMAINDER, 10));
        assertThat(totals.grants()).containsExactlyInAnyOrder(
                new GrantTotal(1, GrantSource.PROMOTION, 51),
                new GrantTotal(1, GrantSource.SIGNUP, 7));
        assertThat(totals.money()).isEmpty();
    }

    @Test
    void what_was_before_is_in_the_period_before_the_first() {
        var before = sumBefore(start);
        grant(ada, GrantSource.PROMOTION, 50);

        assertThat(sumBefore(hour(1))).isEqualTo(before + 50);
    }

    private long sumBefore(Instant moment) {
        return storage().totals()
                .read(List.of(moment, moment.plusSeconds(1)))
                .credits()
                .stream()
                .filter(total -> total.period() == 0 && total.kind() == TransferKind.GRANT)
                .mapToLong(CreditTotal::credits)
                .sum();
    }

    @Test
    void money_is_summed_by_period_gateway_and_currency() {
        paid(ada, "one", PRICE, RefundsAndDisputes.NONE);
        paid(bob, "one", PRICE, RefundsAndDisputes.NONE);
        paid(bob, "two", Money.of(500, "EUR"), RefundsAndDisputes.NONE);
        clock.advance(Duration.ofHours(1));
        paid(ada, "one", PRICE, new RefundsAndDisputes(Map.of(
                "re_1", refund("re_1", 900, RefundStatus.SUCCEEDED),
                "re_2", refund("re_2", 100, RefundStatus.PENDING),
                "re_3", refund("re_3", 500, RefundStatus.FAILED)), Map.of(), 0));
        disputed(ada, "open", "199.00 RUB");
        disputed(bob, "open", "1.00 RUB");
        disputed(ada, "won", "199.00 RUB");
        disputed(bob, "lost", "1.00 RUB");

        assertThat(storage().totals().read(hours).money()).containsExactlyInAnyOrder(
                new MoneyTotal(1, MoneyFigure.RECEIVED, "one", Money.of(39_800, "RUB")),
                new MoneyTotal(1, MoneyFigure.RECEIVED, "two", Money.of(500, "EUR")),
                new MoneyTotal(2, MoneyFigure.RECEIVED, "one", PRICE),
                new MoneyTotal(2, MoneyFigure.REFUNDED, "one", Money.of(1_000, "RUB")),
                new MoneyTotal(2, MoneyFigure.DISPUTED, "one", Money.of(20_000, "RUB")),
                new MoneyTotal(2, MoneyFigure.DISPUTES_WON, "one", PRICE),
                new MoneyTotal(2, MoneyFigure.DISPUTES_LOST, "one", Money.of(100, "RUB")));
    }

    private void paid(CustomerId customer, String gateway, Money amount, RefundsAndDisputes after) {
        var details = new PaymentDetails(new PaymentId(samples.id()), customer, gateway, amount,
                new Purpose.PaidWork(samples.id()), "a film",
                new PaymentDetails.ReturnUrls("https://a.example", "https://b.example"),
                clock.instant());
        var paid = new Payment.PaidMoney(new GatewayRef(gateway, "pi_" + samples.id()), amount,
                "card", clock.instant());
        change(customer, unit -> unit.payments()
                .add(new Payment.Succeeded(details, paid, after, clock.instant())));
    }

    private PaymentRefund refund(String key, long minor, RefundStatus status) {
        return new PaymentRefund(key, Money.of(minor, "RUB"), status, clock.instant());
    }

    private void disputed(CustomerId customer, String status, String amount) {
        change(customer, unit -> unit.events()
                .append(new DisputedSample(status, amount), clock.instant()));
    }

    private record DisputedSample(String status, String amount) implements Event {

        @Override
        public String type() {
            return "payment.disputed";
        }

        @Override
        public Map<String, String> facts() {
            return Map.of("gateway", "one", "dispute", "du_1", "disputed", amount,
                    "disputeStatus", status);
        }
    }
}
