package dev.makegood;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerDirectory;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore.Claimed;
import dev.makegood.customer.CustomerStore.TakenBy;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Book;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Terms;
import dev.makegood.ledger.TransferId;
import dev.makegood.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The desk where customers are known and newcomers welcomed: identity, customer and signup grant are one unit. */
public final class Customers {

    private final Store<? extends Unit> store;
    private final CustomerDirectory directory;
    private final InstantSource clock;
    private final Terms terms;
    private final Credits signup;

    Customers(
            Store<? extends Unit> store, CustomerDirectory directory, InstantSource clock,
            Terms terms,
            Credits signup) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
        this.terms = terms;
        this.signup = signup;
    }

    /** The answer to somebody who asks for something that costs credits. */
    public sealed interface Admission {}

    /** A customer, known or new. */
    public record Admitted(CustomerId customer) implements Admission {}

    /** A newcomer whose welcome would not pay for it; nobody was created. */
    public record TurnedAway(Credits required, Credits welcome) implements Admission {}

    public Optional<CustomerId> find(Identity identity) {
        return directory.find(identity);
    }

    public Optional<Customer> find(CustomerId customer) {
        return directory.find(customer);
    }

    /** The customer of this identity; a newcomer gets this id, and the signup grant. */
    public CustomerId welcome(Identity identity, CustomerId ifNew) {
        return directory.find(identity)
                .orElseGet(() -> created(new Customer(ifNew, identity, now())));
    }

    /** As {@link #welcome}, but a newcomer who could not afford it stays a stranger. */
    public Admission admit(Identity identity, CustomerId ifNew, Credits required) {
        boolean stranger = directory.find(identity).isEmpty();
        return stranger && required.isMoreThan(signup)
                ? new TurnedAway(required, signup)
                : new Admitted(welcome(identity, ifNew));
    }

    private CustomerId created(Customer customer) {
        return store.write(customer.id(), unit -> switch (unit.customers().claim(customer)) {
            case Claimed c -> welcomed(unit, customer.id());
            case TakenBy other -> other.owner();
        });
    }

    private CustomerId welcomed(Unit unit, CustomerId customer) {
        if (!signup.isNone()) {
            var about = new About("welcome", customer.value());
            var unused = Book.of(unit, now(), terms)
                    .grant(TransferId.of("welcome", customer),
                            Grant.signup(signup), about, Cause.rule("welcome"));
        }
        return customer;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
