package dev.makegood.payment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.makegood.ledger.LedgerSettings;
import dev.makegood.ledger.UnitContext;
import dev.makegood.store.Store;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the parts of the desk of payments share. */
record PaymentContext(Store<? extends PaymentUnit> store, PaymentDirectory directory,
        Map<String, PaymentGateway> gateways, InstantSource clock, LedgerSettings ledgerSettings)
        implements UnitContext<PaymentUnit> {

    PaymentContext {
        gateways = Map.copyOf(gateways);
    }

    static PaymentContext of(
            Store<? extends PaymentUnit> store, PaymentDirectory directory,
            Collection<PaymentGateway> gateways, InstantSource clock,
            LedgerSettings ledgerSettings) {
        var byName = gateways.stream().collect(toUnmodifiableMap(PaymentGateway::name, identity()));
        return new PaymentContext(store, directory, byName, clock, ledgerSettings);
    }

    /** Runs a unit on a payment, if there is one of this id. */
    <R> Optional<R> withPayment(PaymentId id, BiFunction<PaymentUnit, Payment, R> work) {
        return with(directory.ownerOf(id), List.of(id), unit -> unit.payments().find(id), work);
    }

    /** The gateway of this name; throws if it was removed from the configuration. */
    PaymentGateway gateway(String name) {
        var gateway = gateways.get(name);
        if (gateway == null) {
            throw new IllegalArgumentException("no gateway is configured under the name " + name
                    + "; configured are " + gateways.keySet());
        }
        return gateway;
    }
}
