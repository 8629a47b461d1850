package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER_IDENTITY;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore;
import dev.makegood.customer.Identity;
import java.util.Optional;
import org.jooq.DSLContext;

/** Who the customers are, in a unit. */
record JooqCustomers(DSLContext dsl, Head head) implements CustomerStore {

    @Override
    public Claim claim(Customer customer) {
        if (!isNew(customer)) {
            return new TakenBy(owner(dsl, customer.identity()).orElseThrow());
        }
        head.known(customer);
        return new Claimed();
    }

    /** Whoever claims the same at the same time waits here for the other to commit. */
    private boolean isNew(Customer customer) {
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
