package dev.makegood.docs;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One payment in a given state, and a gateway that reports on it as told. */
final class PaymentScenario {

    static final List<String> STATES = List.of("Billed", "Open", "WaitingForCapture",
            "Quarantined", "Succeeded", "Failed", "Cancelled");

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final PaymentId ID = new PaymentId(new UUID(7, 1));
    private static final GatewayRef CHECKOUT = new GatewayRef("fake", "cs_" + ID);
    private static final GatewayRef OTHER_CHECKOUT = new GatewayRef("fake", "cs_2");
    private static final Money PRICE = Money.of(19_900, "RUB");

    static final Map<String, GatewayReport> REPORTS = reports();

    private static final Map<String, String> REPORT_TO_REACH = Map.of(
            "WaitingForCapture", "authorised",
            "Quarantined", "paid, another amount",
            "Succeeded", "paid",
            "Failed", "declined",
            "Cancelled", "cancelled");

    private final List<String> eventTypes = new ArrayList<>();
    private final InMemoryStore store = new InMemoryStore();
    private final FakeGateway gateway = new FakeGateway(() -> NOW, store::isInUnit);
    private final Makegood makegood = Makegood.on(store)
            .withClock(() -> NOW)
            .withPayments(PaymentSetup.of(List.of(gateway)))
            .withEventListener(event -> eventTypes.add(event.type()))
            .open();
    private int notices;

    private static Map<String, GatewayReport> reports() {
        var reports = new LinkedHashMap<String, GatewayReport>();
        reports.put("paid", paid(PRICE));
        reports.put("paid, another amount", paid(Money.of(1, "RUB")));
        reports.put("paid, another reference", new GatewayReport.PaymentReceived(
                new Payment.PaidMoney(OTHER_CHECKOUT, PRICE, "card", NOW)));
        reports.put("not paid yet", new GatewayReport.NotPaidYet(NOW));
        reports.put("submitted", new GatewayReport.PaymentSubmitted(NOW));
        reports.put("authorised", new GatewayReport.PaymentAuthorised(NOW));
        reports.put("declined", new GatewayReport.PaymentDeclined("no funds", NOW));
        reports.put("cancelled", new GatewayReport.PaymentCancelled("expired", NOW));
        reports.put("unreadable", new GatewayReport.UnreadableReport("another shape", NOW));
        return reports;
    }

    private static GatewayReport paid(Money amount) {
        return new GatewayReport.PaymentReceived(
                new Payment.PaidMoney(CHECKOUT, amount, "card", NOW));
    }

    static PaymentScenario with(String state) {
        var scenario = new PaymentScenario();
        scenario.openPayment(state.equals("Billed"));
        if (REPORT_TO_REACH.containsKey(state)) {
            var unused = scenario.deliverNotice(REPORTS.get(REPORT_TO_REACH.get(state)));
        }
        return scenario;
    }

    private void openPayment(boolean losesAnswer) {
        var ada = makegood.customers()
                .findOrCreate(new Identity("app", "ada"), new CustomerId(new UUID(7, 2)));
        gateway.losesAnswers(losesAnswer);
        var unused = makegood.payments()
                .create(new PaymentDetails(ID, ada, "fake", PRICE,
                        new Purpose.Pack("starter", new Credits(100), Credits.NONE), "a pack",
                        new PaymentDetails.ReturnUrls("https://a.example/", "https://a.example/"),
                        NOW));
    }

    /** Applies a notice; answers the events about the payment it caused. */
    List<String> deliverNotice(GatewayReport report) {
        var before = deliverEvents().size();
        var notice = new GatewayRef("fake", "evt_" + ++notices);
        var unused = makegood.payments()
                .accept(new Verified(notice, List.of(refOf(report), payment().details().ownRef()),
                        List.of(report)));
        return deliverEvents().stream().skip(before).toList();
    }

    private static GatewayRef refOf(GatewayReport report) {
        return report instanceof GatewayReport.PaymentReceived paymentReceived
                ? paymentReceived.paid().ref()
                : CHECKOUT;
    }

    private List<String> deliverEvents() {
        var unused = makegood.eventRelay().deliver("test", 100);
        return eventTypes.stream().filter(type -> type.startsWith("payment.")).toList();
    }

    Payment payment() {
        return makegood.payments().find(ID).orElseThrow();
    }
}
