package dev.makegood.payment;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The payments of a gateway in memory. */
final class FakeGatewayBooks implements GatewayBooks {

    private record Sale(Instant createdAt, GatewayEntry entry) {}

    private final Map<GatewayRef, Sale> sales = new LinkedHashMap<>();
    private final Map<GatewayRef, Boolean> garbled = new HashMap<>();
    private boolean breaks;

    void open(GatewayRef ref, Instant at, Money amount) {
        sales.put(ref, new Sale(at,
                new GatewayEntry(List.of(ref), new NotPaidYet(at), amount.none())));
    }

    void pay(GatewayRef ref, Money amount) {
        var sale = sales.get(ref);
        var paid = new Payment.PaidMoney(ref, amount, "card", sale.createdAt());
        sales.put(ref, new Sale(sale.createdAt(),
                new GatewayEntry(List.of(ref), new PaymentReceived(paid), amount.none())));
    }

    void refund(GatewayRef ref, Money amount) {
        var sale = sales.get(ref);
        sales.put(ref, new Sale(sale.createdAt(), new GatewayEntry(List.of(ref),
                sale.entry().report(), sale.entry().refunded().plus(amount))));
    }

    /** Shows it in a shape that cannot be read from now on. */
    void garble(GatewayRef ref, boolean ours) {
        garbled.put(ref, ours);
    }

    void breakNext() {
        breaks = true;
    }

    @Override
    public ListResult list(Instant from, Instant until) {
        if (breaks) {
            breaks = false;
            return new Unreadable("broken");
        }
        return new Listed(sales.values()
                .stream()
                .filter(sale -> !sale.createdAt().isBefore(from)
                        && sale.createdAt().isBefore(until))
                .map(Sale::entry)
                .filter(entry -> !garbled.containsKey(entry.refs().getFirst()))
                .toList(), unreadable());
    }

    private List<UnreadableEntry> unreadable() {
        return garbled.entrySet()
                .stream()
                .filter(Map.Entry::getValue)
                .map(it -> new UnreadableEntry(List.of(it.getKey()), "its amount is no number"))
                .toList();
    }
}
