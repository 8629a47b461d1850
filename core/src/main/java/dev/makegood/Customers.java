package dev.makegood;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerDirectory;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore.Claimed;
import dev.makegood.customer.CustomerStore.ClaimedByOther;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.LedgerRules;
import dev.makegood.ledger.LedgerSettings;
import dev.makegood.ledger.Statements;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.store.Store;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The desk where customers are found and created: identity, customer and signup grant are one unit
 * of work.
 */
public final class Customers {

    private final Store<? extends Unit> store;
    private final CustomerDirectory directory;
    private final Statements statements;
    private final InstantSource clock;
    private final LedgerSettings ledgerSettings;
    private final Credits signupGrant;

    Customers(
            Store<? extends Unit> store, CustomerDirectory directory, Statements statements,
            InstantSource clock, LedgerSettings ledgerSettings, Credits signupGrant) {
        this.store = store;
        this.directory = directory;
        this.statements = statements;
        this.clock = clock;
        this.ledgerSettings = ledgerSettings;
        this.signupGrant = signupGrant;
    }

    /** Whether a request that costs credits may create its customer. */
    public sealed interface Admission {}

    /** A customer, known or new. */
    public record Admitted(CustomerId customer) implements Admission {}

    /** A new customer whose signup grant would not cover it; no customer was created. */
    public record NotAdmitted(Credits required, Credits signupGrant) implements Admission {}

    public Optional<CustomerId> find(Identity identity) {
        return directory.find(identity);
    }

    public Optional<Customer> find(CustomerId customer) {
        return directory.find(customer);
    }

    /** Tells whether there is such a customer; a host may manage customers by their ids alone. */
    public boolean exists(CustomerId customer) {
        return directory.find(customer).isPresent()
                || statements.wallet(customer).sequence() > 0;
    }

    /** The customer of this identity; a new one gets this id and the signup grant. */
    public CustomerId findOrCreate(Identity identity, CustomerId newId) {
        return directory.find(identity).orElseGet(() -> create(identity, newId));
    }

    /**
     * As {@link #findOrCreate}, but a new customer whose signup grant would not cover it is not
     * created.
     */
    public Admission admit(Identity identity, CustomerId newId, Credits required) {
        return directory.find(identity)
                .<Admission>map(Admitted::new)
                .orElseGet(() -> required.isMoreThan(signupGrant)
                        ? new NotAdmitted(required, signupGrant)
                        : new Admitted(create(identity, newId)));
    }

    private CustomerId create(Identity identity, CustomerId newId) {
        var customer = new Customer(newId, identity, clock.instant());
        return store.write(newId, unit -> switch (unit.customers().claim(customer)) {
            case Claimed c -> grantSignup(unit, newId);
            case ClaimedByOther other -> other.owner();
        });
    }

    private CustomerId grantSignup(Unit unit, CustomerId customer) {
        if (!signupGrant.isNone()) {
            var subject = Subject.customer(customer);
            var unused = LedgerRules.of(unit, clock.instant(), ledgerSettings)
                    .grant(TransferId.of("signup_grant", customer), Grant.signup(signupGrant),
                            subject, Cause.rule("signup"));
        }
        return customer;
    }
}
