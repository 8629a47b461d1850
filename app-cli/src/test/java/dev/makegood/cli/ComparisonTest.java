package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.Aftermath;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.GatewayBooks.Entry;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.GatewayReport.Authorised;
import dev.makegood.payment.GatewayReport.Declined;
import dev.makegood.payment.GatewayReport.GivenUp;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.Payment;
import dev.makegood.payment.Payment.Paid;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Money NONE = Shop.PRICE.none();
    private static final Money PART = Money.of(5_000, "EUR");

    private final Shop shop = new Shop();

    @Test
    void what_is_as_far_on_both_sides_agrees() {
        var open = shop.opened();
        var paid = payment(shop.sold());

        var books =
                books(List.of(open, paid), entry(open, new NotPaidYet(shop.house.clock.instant())),
                        entry(paid, received(Shop.PRICE)));

        assertThat(books.agrees()).isTrue();
        assertThat(books.agreeing()).isEqualTo(2);
    }

    @Test
    void a_state_that_differs_is_told_whichever_side_is_further() {
        var now = shop.house.clock.instant();
        var open = shop.opened();
        var paid = payment(shop.sold());
        var cancelled = shop.opened().cancel("expired", now);

        assertThat(about(open, received(Shop.PRICE))).containsExactly("state");
        assertThat(about(open, new GivenUp("expired", now))).containsExactly("state");
        assertThat(about(open, new Authorised(now))).isEmpty();
        assertThat(about(paid, new NotPaidYet(now))).containsExactly("state");
        assertThat(about(paid, new Declined("no", now))).containsExactly("state");
        assertThat(about(cancelled, received(Shop.PRICE))).containsExactly("state");
        assertThat(about(cancelled, new NotPaidYet(now))).containsExactly("state");
        assertThat(about(cancelled, new Declined("no", now))).isEmpty();
    }

    @Test
    void what_was_paid_otherwise_differs_until_it_is_given_back() {
        var other = received(PART);
        var open = shop.opened();
        var aside = open.setAside(((Received) other).paid(), "paid otherwise than billed");

        assertThat(about(aside, other)).containsExactly("amount");
        assertThat(about(payment(shop.sold()), received(Money.of(19_900, "USD"))))
                .contains("amount");
        assertThat(Difference.between(aside, List.of(entry(open, other, PART)))).isEmpty();
    }

    @Test
    void what_went_back_agrees_between_what_is_certain_and_what_is_meant() {
        var paid = payment(shop.sold());
        var done = refunded(paid, State.SUCCEEDED);
        var pending = refunded(paid, State.PENDING);
        var failed = refunded(paid, State.FAILED);

        assertThat(back(paid, PART)).containsExactly("refunded");
        assertThat(back(done, PART)).isEmpty();
        assertThat(back(done, NONE)).containsExactly("refunded");
        assertThat(back(pending, PART)).isEmpty();
        assertThat(back(pending, NONE)).isEmpty();
        assertThat(back(pending, Shop.PRICE)).containsExactly("refunded");
        assertThat(back(failed, NONE)).isEmpty();
        assertThat(back(failed, PART)).containsExactly("refunded");
    }

    @Test
    void what_was_paid_twice_there_is_told_until_the_second_is_given_back() {
        var paid = payment(shop.sold());
        var one = entry(paid, received(Shop.PRICE));
        var unpaid = entry(paid, new NotPaidYet(shop.house.clock.instant()));
        var two = new Entry(List.of(ref("cs_2"), paid.bill().ref()), received(Shop.PRICE), NONE);
        var back = new Entry(two.names(), two.report(), Shop.PRICE);

        assertThat(Difference.between(paid, List.of(two, one))).singleElement()
                .satisfies(difference -> assertThat(difference.about()).isEqualTo("times"))
                .satisfies(difference -> assertThat(difference.theirs()).isEqualTo(two));
        assertThat(Difference.between(paid, List.of(back, one))).isEmpty();
        assertThat(Difference.between(paid, List.of(unpaid, one))).isEmpty();
    }

    @Test
    void a_dispute_says_nothing_about_what_was_given_back() {
        var paid = payment(shop.sold());
        var ref = paid instanceof Payment.Succeeded p ? p.paid().ref() : null;
        assertThat(ref).isNotNull();
        var unused = shop.gateway.disputed(ref, "dp_1", Shop.PRICE, Dispute.Stage.OPEN);
        var disputed = shop.house.makegood.payments().sync(paid.id()).orElseThrow();

        assertThat(disputed.aftermath().isDisputed()).isTrue();
        assertThat(about(disputed, received(Shop.PRICE))).isEmpty();
    }

    @Test
    void what_carries_our_mark_is_missing_here_and_all_else_is_other_peoples() {
        var marked = new Entry(List.of(ref("cs_1"), ref("pi_1"),
                ref(shop.house.samples.id().toString())), received(Shop.PRICE), NONE);
        var bare = new Entry(List.of(ref("cs_2"), ref("pi_2")), received(Shop.PRICE), NONE);
        var uuid = new Entry(List.of(ref(shop.house.samples.id().toString())),
                received(Shop.PRICE), NONE);
        var foreign = new Entry(List.of(ref("cs_3"), ref("order-17")), received(PART), NONE);

        var books = books(List.of(), marked, bare, uuid, foreign);

        assertThat(books.missingHere()).containsExactly(marked);
        assertThat(books.others()).isEqualTo(3);
        assertThat(books.agrees()).isFalse();
    }

    @Test
    void only_what_must_be_there_is_missing_there() {
        var open = shop.opened();
        shop.gateway.refuses(true);
        var failed = shop.house.makegood.payments()
                .ask(new Bill(new PaymentId(shop.house.samples.id()),
                        shop.ada, "fake", Shop.PRICE, open.bill().purpose(), "x",
                        open.bill().backTo(), shop.house.clock.instant()));
        assertThat(failed).isInstanceOf(Payment.Failed.class);

        var books = books(List.of(open, failed));

        assertThat(books.missingThere()).containsExactly(open);
    }

    @Test
    void what_is_there_a_little_outside_of_the_period_is_not_missing() {
        var open = shop.opened();
        var there = entry(open, new NotPaidYet(shop.house.clock.instant()));

        var books = Comparison.of(List.of(), List.of(open), this::ours,
                payment -> Optional.of(there));

        assertThat(books.agrees()).isTrue();
        assertThat(books.agreeing()).isEqualTo(1);
    }

    private Comparison books(List<Payment> period, Entry... theirs) {
        return Comparison.of(List.of(theirs), period, this::ours, payment -> Optional.empty());
    }

    private Optional<Payment> ours(Entry entry) {
        return new OurPayments(shop.installation(), "fake").calledAs(entry);
    }

    private List<String> about(Payment ours, GatewayReport there) {
        return abouts(ours, entry(ours, there));
    }

    private List<String> back(Payment ours, Money returned) {
        return abouts(ours, entry(ours, received(Shop.PRICE), returned));
    }

    private static List<String> abouts(Payment ours, Entry there) {
        return Difference.between(ours, List.of(there)).stream().map(Difference::about).toList();
    }

    private static Payment refunded(Payment paid, State state) {
        return paid.with(new Aftermath(
                Map.of("re_1", new PaymentRefund("re_1", PART, state, paid.updatedAt())),
                Map.of(), 1));
    }

    private Payment payment(PaymentId id) {
        return shop.house.makegood.payments().find(id).orElseThrow();
    }

    private GatewayReport received(Money amount) {
        return new Received(new Paid(ref("pi"), amount, "card", shop.house.clock.instant()));
    }

    private static Entry entry(Payment ours, GatewayReport report) {
        return entry(ours, report, NONE);
    }

    private static Entry entry(Payment ours, GatewayReport report, Money returned) {
        return new Entry(List.of(ref("cs_" + ours.id()), ours.bill().ref()), report, returned);
    }

    private static GatewayRef ref(String id) {
        return new GatewayRef("fake", id);
    }
}
