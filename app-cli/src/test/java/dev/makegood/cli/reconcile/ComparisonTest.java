package dev.makegood.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.ShopFixture;
import dev.makegood.money.Money;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.GatewayBooks.GatewayEntry;
import dev.makegood.payment.GatewayBooks.Listed;
import dev.makegood.payment.GatewayBooks.UnreadableEntry;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentAuthorised;
import dev.makegood.payment.GatewayReport.PaymentCancelled;
import dev.makegood.payment.GatewayReport.PaymentDeclined;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Payment.PaidMoney;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.payment.RefundsAndDisputes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Money NONE = ShopFixture.PRICE.none();
    private static final Money PART = Money.of(5_000, "EUR");

    private final ShopFixture shop = new ShopFixture();

    @Test
    void what_is_as_far_on_both_sides_agrees() {
        var open = shop.openPayment();
        var paid = payment(shop.sellPack());

        var books =
                books(List.of(open, paid),
                        entry(open, new NotPaidYet(shop.fixture.clock.instant())),
                        entry(paid, received(ShopFixture.PRICE)));

        assertThat(books.agrees()).isTrue();
        assertThat(books.agreeingCount()).isEqualTo(2);
    }

    @Test
    void a_state_that_differs_is_a_difference_whichever_side_is_further() {
        var now = shop.fixture.clock.instant();
        var open = shop.openPayment();
        var paid = payment(shop.sellPack());
        var cancelled = shop.openPayment().cancel("expired", now);

        assertThat(aspects(open, received(ShopFixture.PRICE))).containsExactly("state");
        assertThat(aspects(open, new PaymentCancelled("expired", now))).containsExactly("state");
        assertThat(aspects(open, new PaymentAuthorised(now))).isEmpty();
        assertThat(aspects(paid, new NotPaidYet(now))).containsExactly("state");
        assertThat(aspects(paid, new PaymentDeclined("no", now))).containsExactly("state");
        assertThat(aspects(cancelled, received(ShopFixture.PRICE))).containsExactly("state");
        assertThat(aspects(cancelled, new NotPaidYet(now))).containsExactly("state");
        assertThat(aspects(cancelled, new PaymentDeclined("no", now))).isEmpty();
    }

    @Test
    void what_was_paid_otherwise_differs_until_it_is_refunded() {
        var other = received(PART);
        var open = shop.openPayment();
        var quarantined =
                open.quarantine(((PaymentReceived) other).paid(), "paid otherwise than billed");

        assertThat(aspects(quarantined, other)).containsExactly("amount");
        assertThat(aspects(payment(shop.sellPack()), received(Money.of(19_900, "USD"))))
                .contains("amount");
        assertThat(Difference.between(quarantined, List.of(entry(open, other, PART)))).isEmpty();
    }

    @Test
    void refunds_agree_between_what_succeeded_and_what_was_requested() {
        var paid = payment(shop.sellPack());
        var done = refunded(paid, RefundStatus.SUCCEEDED);
        var pending = refunded(paid, RefundStatus.PENDING);
        var failed = refunded(paid, RefundStatus.FAILED);

        assertThat(aspectsWithRefunded(paid, PART)).containsExactly("refunded");
        assertThat(aspectsWithRefunded(done, PART)).isEmpty();
        assertThat(aspectsWithRefunded(done, NONE)).containsExactly("refunded");
        assertThat(aspectsWithRefunded(pending, PART)).isEmpty();
        assertThat(aspectsWithRefunded(pending, NONE)).isEmpty();
        assertThat(aspectsWithRefunded(pending, ShopFixture.PRICE)).containsExactly("refunded");
        assertThat(aspectsWithRefunded(failed, NONE)).isEmpty();
        assertThat(aspectsWithRefunded(failed, PART)).containsExactly("refunded");
    }

    @Test
    void what_was_paid_twice_there_differs_until_the_second_is_refunded() {
        var paid = payment(shop.sellPack());
        var one = entry(paid, received(ShopFixture.PRICE));
        var unpaid = entry(paid, new NotPaidYet(shop.fixture.clock.instant()));
        var two = new GatewayEntry(List.of(ref("cs_2"), paid.details().ownRef()),
                received(ShopFixture.PRICE), NONE);
        var refunded = new GatewayEntry(two.refs(), two.report(), ShopFixture.PRICE);

        assertThat(Difference.between(paid, List.of(two, one))).singleElement()
                .satisfies(difference -> assertThat(difference.aspect()).isEqualTo("duplicates"))
                .satisfies(difference -> assertThat(difference.theirEntry()).isEqualTo(two));
        assertThat(Difference.between(paid, List.of(refunded, one))).isEmpty();
        assertThat(Difference.between(paid, List.of(unpaid, one))).isEmpty();
    }

    @Test
    void a_dispute_says_nothing_about_what_was_refunded() {
        var paid = payment(shop.sellPack());
        var ref = paid instanceof Payment.Succeeded p ? p.paid().ref() : null;
        assertThat(ref).isNotNull();
        var unused =
                shop.gateway.disputes(ref, "dp_1", ShopFixture.PRICE, Dispute.DisputeStatus.OPEN);
        var disputed = shop.fixture.makegood.payments().refresh(paid.id()).orElseThrow();

        assertThat(disputed.refundsAndDisputes().isDisputed()).isTrue();
        assertThat(aspects(disputed, received(ShopFixture.PRICE))).isEmpty();
    }

    @Test
    void what_has_our_reference_is_missing_in_our_books_and_all_else_is_unrelated() {
        var marked = new GatewayEntry(List.of(ref("cs_1"), ref("pi_1"),
                ref(shop.fixture.samples.id().toString())), received(ShopFixture.PRICE), NONE);
        var bare = new GatewayEntry(List.of(ref("cs_2"), ref("pi_2")), received(ShopFixture.PRICE),
                NONE);
        var uuid = new GatewayEntry(List.of(ref(shop.fixture.samples.id().toString())),
                received(ShopFixture.PRICE), NONE);
        var foreign = new GatewayEntry(List.of(ref("cs_3"), ref("order-17")), received(PART), NONE);

        var books = books(List.of(), marked, bare, uuid, foreign);

        assertThat(books.missingInOurBooks()).containsExactly(marked);
        assertThat(books.unrelatedCount()).isEqualTo(3);
        assertThat(books.agrees()).isFalse();
    }

    @Test
    void only_what_is_expected_at_the_gateway_is_missing_there() {
        var open = shop.openPayment();
        shop.gateway.refuses(true);
        var failed = shop.fixture.makegood.payments()
                .create(new PaymentDetails(new PaymentId(shop.fixture.samples.id()),
                        shop.ada, "fake", ShopFixture.PRICE, open.details().purpose(), "x",
                        open.details().returnUrls(), shop.fixture.clock.instant()));
        assertThat(failed).isInstanceOf(Payment.Failed.class);

        var books = books(List.of(open, failed));

        assertThat(books.missingAtGateway()).containsExactly(open);
    }

    @Test
    void what_is_there_a_little_outside_of_the_period_is_not_missing() {
        var open = shop.openPayment();
        var there = entry(open, new NotPaidYet(shop.fixture.clock.instant()));

        var books = Comparison.of(new Listed(List.of()), List.of(open), this::ours,
                payment -> Optional.of(there));

        assertThat(books.agrees()).isTrue();
        assertThat(books.agreeingCount()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_is_set_aside_and_the_rest_compared() {
        var odd = shop.openPayment();
        var good = shop.openPayment();
        var unreadable = new UnreadableEntry(List.of(ref("cs_odd"), odd.details().ownRef()),
                "its currency is one that we do not know");

        var books = Comparison.of(
                new Listed(List.of(entry(good, new NotPaidYet(shop.fixture.clock.instant()))),
                        List.of(unreadable)),
                List.of(odd, good), this::ours, payment -> Optional.empty());

        assertThat(books.unreadable()).containsExactly(unreadable);
        assertThat(books.missingAtGateway()).isEmpty();
        assertThat(books.agreeingCount()).isEqualTo(1);
        assertThat(books.agrees()).isFalse();
    }

    private Comparison books(List<Payment> period, GatewayEntry... theirs) {
        return Comparison.of(new Listed(List.of(theirs)), period, this::ours,
                payment -> Optional.empty());
    }

    private Optional<Payment> ours(List<GatewayRef> refs) {
        return new OurPayments(shop.installation(), "fake").findByReference(refs);
    }

    private List<String> aspects(Payment ours, GatewayReport there) {
        return aspects(ours, entry(ours, there));
    }

    private List<String> aspectsWithRefunded(Payment ours, Money refunded) {
        return aspects(ours, entry(ours, received(ShopFixture.PRICE), refunded));
    }

    private static List<String> aspects(Payment ours, GatewayEntry there) {
        return Difference.between(ours, List.of(there)).stream().map(Difference::aspect).toList();
    }

    private static Payment refunded(Payment paid, RefundStatus refundStatus) {
        return paid.with(new RefundsAndDisputes(
                Map.of("re_1", new PaymentRefund("re_1", PART, refundStatus, paid.updatedAt())),
                Map.of(), 1));
    }

    private Payment payment(PaymentId id) {
        return shop.fixture.makegood.payments().find(id).orElseThrow();
    }

    private GatewayReport received(Money amount) {
        return new PaymentReceived(
                new PaidMoney(ref("pi"), amount, "card", shop.fixture.clock.instant()));
    }

    private static GatewayEntry entry(Payment ours, GatewayReport report) {
        return entry(ours, report, NONE);
    }

    private static GatewayEntry entry(Payment ours, GatewayReport report, Money refunded) {
        return new GatewayEntry(List.of(ref("cs_" + ours.id()), ours.details().ownRef()), report,
                refunded);
    }

    private static GatewayRef ref(String id) {
        return new GatewayRef("fake", id);
    }
}
