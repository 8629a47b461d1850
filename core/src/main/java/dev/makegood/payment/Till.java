package dev.makegood.payment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Book;
import dev.makegood.ledger.Terms;
import dev.makegood.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** What everybody behind the desk of payments shares. */
record Till(Store<? extends PaymentUnit> store, PaymentDirectory directory,
        Map<String, PaymentGateway> gateways,
        InstantSource clock, Terms terms) {

    Till {
        gateways = Map.copyOf(gateways);
    }

    static Till of(
            Store<? extends PaymentUnit> store, PaymentDirectory directory,
            Collection<PaymentGateway> gateways, InstantSource clock, Terms terms) {
        var byName = gateways.stream().collect(toUnmodifiableMap(PaymentGateway::name, identity()));
        return new Till(store, directory, byName, clock, terms);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    <R> R write(CustomerId customer, Function<PaymentUnit, R> work) {
        return store.write(customer, work::apply);
    }

    void change(CustomerId customer, Consumer<PaymentUnit> work) {
        store.change(customer, work);
    }

    /** Runs a unit on a payment, if there is one of this id. */
    <R> Optional<R> onPayment(PaymentId id, BiFunction<PaymentUnit, Payment, R> work) {
        return directory.ownerOf(id)
                .flatMap(owner -> write(owner,
                        unit -> unit.payments()
                                .find(id)
                                .map(payment -> work.apply(unit, payment))));
    }

    Book book(PaymentUnit unit) {
        return Book.of(unit, now(), terms);
    }

    /** The gateway of this name; throws if it was taken out of the configuration. */
    PaymentGateway gateway(String name) {
        var gateway = gateways.get(name);
        if (gateway == null) {
            throw new IllegalArgumentException("no such gateway: " + name);
        }
        return gateway;
    }
}
