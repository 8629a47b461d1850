package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.store.ReusedIdException;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nobody can be credited for is shown to an operator, and what is repeated is the same. */
class NoticeQuarantineTest {

    private final Samples samples = new Samples(1);
    private final TickingClock clock = new TickingClock(samples.start());
    private final InMemoryStore store = new InMemoryStore();
    private final FakeGateway gateway = new FakeGateway(clock, store::isInUnit);
    private final Payments payments = Makegood.on(store)
            .withClock(clock)
            .withPayments(PaymentSetup.of(List.of(gateway)))
            .open()
            .payments();

    private List<Map<String, String>> quarantined() {
        return store.reports()
                .systemEvents(null, 10)
                .stream()
                .filter(event -> event.type().equals(PaymentEvent.QUARANTINED))
                .map(RecordedEvent::facts)
                .toList();
    }

    private PaymentDetails details(long minor) {
        return new PaymentDetails(new PaymentId(samples.id()), samples.customer(), "fake",
                Money.of(minor, "RUB"),
                new Purpose.Pack("starter", new Credits(100), Credits.NONE), "a pack",
                new PaymentDetails.ReturnUrls("https://a.example", "https://b.example"),
                clock.instant());
    }

    @Test
    void a_notice_with_an_invalid_signature_is_told_with_its_reason() {
        payments.recordInvalidSignature("fake", "it is signed by another key");

        assertThat(quarantined()).containsExactly(
                Map.of("gateway", "fake", "reason", "it is signed by another key"));
    }

    @Test
    void a_notice_of_no_payment_is_told_with_what_it_named() {
        var unknown = new GatewayRef("fake", "cs_unknown");

        assertThat(payments.accept(new NoticeReader.Verified(new GatewayRef("fake", "evt_9"),
                List.of(unknown), List.of()))).isEqualTo(new NoticeAnswer.NoticeUnmatched());

        assertThat(quarantined()).containsExactly(Map.of("notice", "fake:evt_9", "gatewayRefs",
                "[fake:cs_unknown]", "reason", "it matches no payment"));
    }

    @Test
    void a_payment_that_is_created_again_is_the_same_one() {
        var details = details(19_900);
        var first = payments.create(details);

        assertThat(payments.create(details)).isEqualTo(first);
        assertThat(gateway.checkouts()).isEqualTo(1);
    }

    @Test
    void the_id_of_a_payment_is_not_used_for_another_amount_or_purpose() {
        var details = details(19_900);
        var first = payments.create(details);
        var dearer = with(details, Money.of(19_901, "RUB"), details.purpose());
        var other = with(details, details.amount(), new Purpose.PaidWork(samples.id()));

        assertThatThrownBy(() -> payments.create(dearer)).isInstanceOf(ReusedIdException.class);
        assertThatThrownBy(() -> payments.create(other)).isInstanceOf(ReusedIdException.class);
        assertThat(payments.find(first.id())).contains(first);
    }

    private static PaymentDetails with(PaymentDetails of, Money amount, Purpose purpose) {
        return new PaymentDetails(of.id(), of.customer(), of.gateway(), amount, purpose,
                of.description(), of.returnUrls(), of.createdAt());
    }
}
