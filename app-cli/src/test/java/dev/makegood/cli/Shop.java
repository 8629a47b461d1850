package dev.makegood.cli;

import dev.makegood.Cashier;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.GatewayBooks.Listed;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.server.Installation;
import dev.makegood.testing.House;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A house that sells packs through a gateway in memory, and somebody at its terminal. */
final class Shop {

    static final Money PRICE = Money.of(19_900, "EUR");

    final House house;
    final FakeGateway gateway;
    final Terminal terminal;
    final CustomerId ada;
    GatewayBooks books = (from, until) -> new Listed(List.of());

    Shop() {
        var made = new FakeGateway[1];
        house = House.inMemory(opening -> {
            made[0] = new FakeGateway(opening.clock(), () -> false);
            return opening.paidAt(Cashier.of(List.of(made[0])));
        });
        gateway = made[0];
        terminal = Terminal.of(house, books());
        ada = house.makegood.customers()
                .welcome(new Identity("app", "ada"), house.samples.customer());
    }

    private Map<String, GatewayBooks> books() {
        return Map.of("fake", (from, until) -> books.between(from, until));
    }

    Installation installation() {
        return Terminal.installation(house, books());
    }

    /** 100 credits and 10 on top for 199.00 EUR, not paid yet. */
    Payment.Open opened() {
        var bill = new Bill(new PaymentId(house.samples.id()), ada, "fake", PRICE,
                new Purpose.Pack("starter", new Credits(100), new Credits(10)), "100 credits",
                new Bill.Return("https://example.com/paid", "https://example.com/back"),
                house.clock.instant());
        return (Payment.Open) house.makegood.payments().ask(bill);
    }

    PaymentId sold() {
        var open = opened();
        var unused = gateway.pays(open.checkout().ref(), PRICE);
        return house.makegood.payments().sync(open.id()).orElseThrow().id();
    }

    long credits() {
        return house.available(ada);
    }

    Terminal.Said types(String... arguments) {
        return terminal.types(arguments);
    }

    /** A command about one payment. */
    static String[] words(String group, String command, PaymentId payment, String... more) {
        return Stream.concat(Stream.of(group, command, payment.toString()), Stream.of(more))
                .toArray(String[]::new);
    }
}
