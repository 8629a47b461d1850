package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.task.Task;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** What the tests of payments start from: a gateway, and ada, who has nothing yet. */
abstract class PaymentsTestBase {

    static final Money PRICE = Money.of(19_900, "RUB");
    static final Cause OPERATOR = new Cause("operator:test", "asked nicely");
    static final Purpose STARTER =
            new Purpose.Pack("starter", new Credits(100), Credits.NONE);

    final Samples samples = Samples.fresh();
    final TickingClock clock = new TickingClock(samples.start());
    final InMemoryStore store = new InMemoryStore();
    final FakeGateway gateway = new FakeGateway(clock, store::isInUnit);
    final Makegood makegood =
            Makegood.on(store)
                    .withClock(clock)
                    .withPayments(PaymentSetup.of(List.of(gateway)))
                    .open();
    final CustomerId ada = samples.customer();

    @AfterEach
    void everything_adds_up() {
        assertThat(makegood.audit().violations(ada)).isEmpty();
    }

    Payment.Open openPayment(Purpose purpose) {
        return (Payment.Open) makegood.payments().create(newDetails(purpose));
    }

    Payment.Succeeded paid(Purpose purpose) {
        var open = openPayment(purpose);
        notice("paid " + open.id(), open, gateway.pays(open.checkout().ref(), PRICE));
        return (Payment.Succeeded) makegood.payments().find(open.id()).orElseThrow();
    }

    PaymentDetails newDetails(Purpose purpose) {
        return new PaymentDetails(new PaymentId(samples.id()), ada, "fake", PRICE, purpose,
                "Starter pack",
                new PaymentDetails.ReturnUrls("https://shop.example/ok", "https://shop.example/no"),
                clock.instant());
    }

    void notice(String id, Payment.Open open, GatewayReport report) {
        notice(id, open.checkout().ref(), report);
    }

    void notice(String id, GatewayRef about, GatewayReport report) {
        notice(id, List.of(about), report);
    }

    void notice(String id, List<GatewayRef> about, GatewayReport report) {
        var notice = new NoticeReader.Verified(new GatewayRef("fake", id), about, List.of(report));
        assertThat(makegood.payments().accept(notice))
                .isNotInstanceOf(NoticeAnswer.NoticeUnmatched.class);
    }

    void passAndRun(Duration time) {
        clock.advance(time);
        run();
    }

    void run() {
        for (int left = 10; left > 0 && makegood.taskRunner().runDue(100) > 0; left--) {
            assertThat(left).isPositive();
        }
    }

    long available() {
        return makegood.ledger().available(ada).amount();
    }

    List<String> types() {
        return store.reports().events(ada, 0, 100).stream().map(RecordedEvent::type).toList();
    }

    Map<String, String> quarantined() {
        return store.reports()
                .events(ada, 0, 100)
                .stream()
                .filter(event -> event.type().equals(PaymentEvent.QUARANTINED))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    /** What is still to be done, however late. */
    List<Task> tasksEver() {
        return store.taskQueue().due(clock.instant().plus(Duration.ofDays(365)), 10);
    }
}
