package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER_IDENTITY;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore;
import dev.makegood.customer.Identity;
import java.util.Optional;
import org.jooq.DSLContext;

/** The customer's identity, in a unit. */
record JooqCustomers(DSLContext dsl, CustomerRowLock rowLock) implements CustomerStore {

    @Override
    public Claim claim(Customer customer) {
        if (!claimIdentity(customer)) {
            return new ClaimedByOther(owner(dsl, customer.identity()).orElseThrow());
        }
        rowLock.setIdentity(customer);
        return new Claimed();
    }

    /** A second claim of the same identity waits here until the first commits. */
    private boolean claimIdentity(Customer customer) {
        return dsl.insertInto(CUSTOMER_IDENTITY)
                .set(CUSTOMER_IDENTITY.PROVIDER, customer.identity().provider())
                .set(CUSTOMER_IDENTITY.SUBJECT, customer.identity().subject())
                .set(CUSTOMER_IDENTITY.CUSTOMER_ID, customer.id().value())
                .onConflictDoNothing()
                .execute() == 1;
    }

    static Optional<CustomerId> owner(DSLContext dsl, Identity identity) {
        return dsl.select(CUSTOMER_IDENTITY.CUSTOMER_ID)
                .from(CUSTOMER_IDENTITY)
                .where(CUSTOMER_IDENTITY.PROVIDER.eq(identity.provider()))
                .and(CUSTOMER_IDENTITY.SUBJECT.eq(identity.subject()))
                .fetchOptional(row -> new CustomerId(row.value1()));
    }
}
