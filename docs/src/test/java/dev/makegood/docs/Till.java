package dev.makegood.docs;

import dev.makegood.Cashier;
import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One payment in a state of one's choice, and a gateway that says of it whatever is wanted. */
final class Till {

    static final List<String> STATES = List.of("Billed", "Open", "WaitingForCapture",
            "Quarantined", "Succeeded", "Failed", "Cancelled");

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final PaymentId ID = new PaymentId(new UUID(7, 1));
    private static final GatewayRef THERE = new GatewayRef("fake", "cs_" + ID);
    private static final GatewayRef ELSEWHERE = new GatewayRef("fake", "cs_2");
    private static final Money PRICE = Money.of(19_900, "RUB");

    static final Map<String, GatewayReport> REPORTS = reports();

    private static final Map<String, String> WAY = Map.of("WaitingForCapture", "set aside",
            "Quarantined", "paid otherwise", "Succeeded", "paid", "Failed", "declined",
            "Cancelled", "given up");

    private final List<String> told = new ArrayList<>();
    private final InMemoryStore store = new InMemoryStore();
    private final FakeGateway gateway = new FakeGateway(() -> NOW, store::isInUnit);
    private final Makegood makegood = Makegood.on(store)
            .at(() -> NOW)
            .paidAt(Cashier.of(List.of(gateway)))
            .heardBy(event -> told.add(event.type()))
            .open();
    private int notices;

    private static Map<String, GatewayReport> reports() {
        var reports = new LinkedHashMap<String, GatewayReport>();
        reports.put("paid", paid(PRICE));
        reports.put("paid otherwise", paid(Money.of(1, "RUB")));
        reports.put("paid under another name", new GatewayReport.Received(
                new Payment.Paid(ELSEWHERE, PRICE, "card", NOW)));
        reports.put("not paid yet", new GatewayReport.NotPaidYet(NOW));
        reports.put("set aside", new GatewayReport.Authorised(NOW));
        reports.put("declined", new GatewayReport.Declined("no funds", NOW));
        reports.put("given up", new GatewayReport.GivenUp("expired", NOW));
        return reports;
    }

    private static GatewayReport paid(Money amount) {
        return new GatewayReport.Received(new Payment.Paid(THERE, amount, "card", NOW));
    }

    static Till with(String state) {
        var till = new Till();
        till.asks(state.equals("Billed"));
        if (WAY.containsKey(state)) {
            var unused = till.hears(REPORTS.get(WAY.get(state)));
        }
        return till;
    }

    private void asks(boolean andHearsNothing) {
        var ada = makegood.customers()
                .welcome(new Identity("app", "ada"), new CustomerId(new UUID(7, 2)));
        gateway.losesAnswers(andHearsNothing);
        var unused = makegood.payments()
                .ask(new Bill(ID, ada, "fake", PRICE,
                        new Purpose.Pack("starter", new Credits(100), Credits.NONE), "a pack",
                        new Bill.Return("https://a.example/", "https://a.example/"), NOW));
    }

    /** Lets a notice have its effect; answers what was told of the payment. */
    List<String> hears(GatewayReport report) {
        var before = deliver().size();
        var notice = new GatewayRef("fake", "evt_" + ++notices);
        var unused = makegood.payments()
                .accept(new Believed(notice, List.of(name(report), payment().bill().ref()),
                        List.of(report)));
        return deliver().stream().skip(before).toList();
    }

    private static GatewayRef name(GatewayReport report) {
        return report instanceof GatewayReport.Received received ? received.paid().ref() : THERE;
    }

    private List<String> deliver() {
        var unused = makegood.relay().deliver("test", 100);
        return told.stream().filter(type -> type.startsWith("payment.")).toList();
    }

    Payment payment() {
        return makegood.payments().find(ID).orElseThrow();
    }
}
