package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static java.util.Objects.requireNonNull;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Wallet;
import dev.makegood.persistence.schema.tables.records.CustomerRecord;
import dev.makegood.project.Statistics;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A customer's own row while a unit has it: the lock, and everything that changes with each write.
 *
 * <p>A newcomer's row is inserted before anything is read, so that there is something to lock; if the
 * unit writes nothing, it goes again.
 */
final class Head {

    private final DSLContext dsl;
    private final CustomerRecord row;
    private final boolean isNew;
    private boolean isWritten;
    private boolean isChanged;

    private Head(DSLContext dsl, CustomerRecord row, boolean isNew) {
        this.dsl = dsl;
        this.row = row;
        this.isNew = isNew;
    }

    static Head locked(DSLContext dsl, CustomerId customer) {
        var known = lock(dsl, customer);
        if (known != null) {
            return new Head(dsl, known, false);
        }
        boolean isNew = insert(dsl, customer);
        return new Head(dsl, requireNonNull(lock(dsl, customer)), isNew);
    }

    private static @Nullable CustomerRecord lock(DSLContext dsl, CustomerId customer) {
        return dsl.selectFrom(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .forUpdate()
                .fetchOne();
    }

    /** Waits for whoever inserts the same at the same time. */
    private static boolean insert(DSLContext dsl, CustomerId customer) {
        return dsl.insertInto(CUSTOMER)
                .set(CUSTOMER.CUSTOMER_ID, customer.value())
                .onConflictDoNothing()
                .execute() == 1;
    }

    /** Something of the customer's is written, so that the row has to stay. */
    void written() {
        isWritten = true;
    }

    /** Whether the unit leaves anything behind. */
    boolean isWorthKeeping() {
        return !isNew || isWritten;
    }

    CustomerId customer() {
        return new CustomerId(row.getCustomerId());
    }

    Wallet wallet() {
        return HeadRow.wallet(row);
    }

    void wallet(Wallet wallet) {
        HeadRow.put(row, wallet);
        changed();
    }

    Statistics statistics() {
        return HeadRow.statistics(row);
    }

    void statistics(Statistics statistics) {
        HeadRow.put(row, statistics);
        changed();
    }

    void known(Customer as) {
        HeadRow.put(row, as);
        changed();
    }

    long nextEvent() {
        row.setEventSequence(row.getEventSequence() + 1);
        changed();
        return row.getEventSequence();
    }

    private void changed() {
        isChanged = true;
        written();
    }

    /** Writes what changed, once, at the end of the unit. */
    void write() {
        if (isChanged) {
            dsl.update(CUSTOMER)
                    .set(HeadRow.changeable(row))
                    .where(CUSTOMER.CUSTOMER_ID.eq(row.getCustomerId()))
                    .execute();
        }
    }
}
