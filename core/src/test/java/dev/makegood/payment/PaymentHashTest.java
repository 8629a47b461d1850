package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment.PaidMoney;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.testing.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing of a payment can be changed unnoticed: every field of it enters its hash. */
class PaymentHashTest {

    private static final Money PRICE = Money.of(19_900, "RUB");
    private static final PaymentDetails.ReturnUrls URLS =
            new PaymentDetails.ReturnUrls("https://a.example", "https://b.example");

    private final Samples samples = new Samples(1);
    private final Instant now = samples.start();
    private final PaymentDetails details = new PaymentDetails(new PaymentId(samples.id()),
            samples.customer(), "fake", PRICE, pack("starter", 100, 10), "a pack", URLS, now);

    private static Purpose pack(String name, long credits, long bonus) {
        return new Purpose.Pack(name, new Credits(credits), new Credits(bonus));
    }

    private PaymentDetails details(Money amount, Purpose purpose, String description) {
        return new PaymentDetails(details.id(), details.customer(), "fake", amount, purpose,
                description, URLS, now);
    }

    private static Payment billed(PaymentDetails of) {
        return new Payment.Billed(of, RefundsAndDisputes.NONE);
    }

    private Payment open(String ref, String link) {
        return new Payment.Billed(details, RefundsAndDisputes.NONE)
                .open(new Checkout(new GatewayRef("fake", ref), link), now);
    }

    private Payment paid(String ref, Money amount, String method, RefundsAndDisputes after) {
        return new Payment.Succeeded(details,
                new PaidMoney(new GatewayRef("fake", ref), amount, method, now), after, now);
    }

    private static RefundsAndDisputes refund(
            String key, long minor, RefundStatus status,
            Instant at) {
        return RefundsAndDisputes.NONE
                .with(new PaymentRefund(key, Money.of(minor, "RUB"), status, at));
    }

    private static RefundsAndDisputes dispute(
            String key, long minor,
            Dispute.DisputeStatus status) {
        return RefundsAndDisputes.NONE.with(new Dispute(key, Money.of(minor, "RUB"), status));
    }

    private static void expectAllDiffer(List<Payment> payments) {
        assertThat(payments.stream().map(PaymentHash::of)).doesNotHaveDuplicates();
    }

    @Test
    void what_was_billed() {
        var work = new Purpose.PaidWork(samples.id());
        expectAllDiffer(List.of(billed(details),
                billed(details(Money.of(19_901, "RUB"), details.purpose(), "a pack")),
                billed(details(Money.of(19_900, "EUR"), details.purpose(), "a pack")),
                billed(details(PRICE, details.purpose(), "another pack")),
                billed(details(PRICE, pack("other", 100, 10), "a pack")),
                billed(details(PRICE, pack("starter", 101, 10), "a pack")),
                billed(details(PRICE, pack("starter", 100, 11), "a pack")),
                billed(details(PRICE, work, "a pack")),
                billed(details(PRICE, new Purpose.PaidWork(samples.id()), "a pack")),
                billed(details.withMetadata(Map.of("name", "one"))),
                billed(details.withMetadata(Map.of("name", "two"))),
                billed(details.withMetadata(Map.of("other", "one")))));
    }

    @Test
    void how_it_stands() {
        var euro = new PaidMoney(new GatewayRef("fake", "cs_1"), Money.of(1, "EUR"), "card", now);
        expectAllDiffer(List.of(billed(details), open("cs_1", "https://pay.example/1"),
                open("cs_2", "https://pay.example/1"), open("cs_1", "https://pay.example/2"),
                new Payment.Failed(details, "declined", RefundsAndDisputes.NONE, now),
                new Payment.Failed(details, "expired", RefundsAndDisputes.NONE, now),
                new Payment.Cancelled(details, "expired", RefundsAndDisputes.NONE, now),
                new Payment.Quarantined(details, euro, "paid otherwise", RefundsAndDisputes.NONE,
                        now),
                new Payment.Quarantined(details, euro, "no room", RefundsAndDisputes.NONE, now)));
    }

    @Test
    void what_was_paid() {
        var none = RefundsAndDisputes.NONE;
        expectAllDiffer(List.of(paid("cs_1", PRICE, "card", none),
                paid("cs_2", PRICE, "card", none),
                paid("cs_1", Money.of(1, "RUB"), "card", none),
                paid("cs_1", PRICE, "cash", none)));
    }

    @Test
    void what_went_back() {
        var all = new ArrayList<RefundsAndDisputes>();
        all.add(RefundsAndDisputes.NONE);
        all.add(RefundsAndDisputes.NONE.withOneMoreReversal());
        all.add(refund("re_1", 1, RefundStatus.PENDING, now));
        all.add(refund("re_2", 1, RefundStatus.PENDING, now));
        all.add(refund("re_1", 2, RefundStatus.PENDING, now));
        all.add(refund("re_1", 1, RefundStatus.SUCCEEDED, now));
        all.add(refund("re_1", 1, RefundStatus.PENDING, now.plusSeconds(1)));
        all.add(dispute("dp_1", 1, Dispute.DisputeStatus.OPEN));
        all.add(dispute("dp_2", 1, Dispute.DisputeStatus.OPEN));
        all.add(dispute("dp_1", 2, Dispute.DisputeStatus.OPEN));
        all.add(dispute("dp_1", 1, Dispute.DisputeStatus.LOST));

        expectAllDiffer(all.stream().map(each -> paid("cs_1", PRICE, "card", each)).toList());
    }
}
