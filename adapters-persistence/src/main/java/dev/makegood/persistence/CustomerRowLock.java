package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static java.util.Objects.requireNonNull;

import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Event;
import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.Wallet;
import dev.makegood.persistence.schema.tables.records.CustomerRecord;
import dev.makegood.project.Statistics;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * A customer's own row while a unit has it: the lock, and everything that changes with each write.
 *
 * <p>A new customer's row is inserted before anything is read, so that there is something to lock; if the
 * unit writes nothing, the insert is rolled back.
 */
final class CustomerRowLock {

    private final DSLContext dsl;
    private final CustomerRecord row;
    private final boolean isNew;
    private boolean isWritten;
    private boolean isChanged;

    private CustomerRowLock(DSLContext dsl, CustomerRecord row, boolean isNew) {
        this.dsl = dsl;
        this.row = row;
        this.isNew = isNew;
    }

    /** Throws {@link CustomerLocked} if another transaction has the row, and keeps it while this one waits. */
    static CustomerRowLock acquire(DSLContext dsl, CustomerId customer, LockMode mode) {
        try {
            return acquireNow(dsl, customer, mode);
        } catch (DataAccessException e) {
            throw isLockedByAnother(e) ? new CustomerLocked(e) : e;
        }
    }

    private static boolean isLockedByAnother(DataAccessException error) {
        return DatabaseFault.find(error)
                .filter(DatabaseFault.LOCK_NOT_AVAILABLE::equals)
                .isPresent();
    }

    private static CustomerRowLock acquireNow(
            DSLContext dsl, CustomerId customer, LockMode mode) {
        var existing = selectForUpdate(dsl, customer, mode);
        if (existing != null) {
            return new CustomerRowLock(dsl, existing, false);
        }
        boolean isNew = insert(dsl, customer);
        return new CustomerRowLock(dsl, requireNonNull(selectForUpdate(dsl, customer, mode)),
                isNew);
    }

    private static @Nullable CustomerRecord selectForUpdate(
            DSLContext dsl, CustomerId customer, LockMode mode) {
        var row = dsl.selectFrom(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .forUpdate();
        return switch (mode) {
            case WAIT -> row.fetchOne();
            case NO_WAIT -> row.noWait().fetchOne();
        };
    }

    /** Waits for another transaction that inserts the same row. */
    private static boolean insert(DSLContext dsl, CustomerId customer) {
        return dsl.insertInto(CUSTOMER)
                .set(CUSTOMER.CUSTOMER_ID, customer.value())
                .onConflictDoNothing()
                .execute() == 1;
    }

    /** Something of the customer's is written, so that the row has to stay. */
    void markWritten() {
        isWritten = true;
    }

    /** Whether the unit leaves anything behind. */
    boolean mustCommit() {
        return !isNew || isWritten;
    }

    CustomerId customer() {
        return new CustomerId(row.getCustomerId());
    }

    Wallet wallet() {
        return CustomerRow.wallet(row);
    }

    void wallet(Wallet wallet) {
        CustomerRow.put(row, wallet);
        markChanged();
    }

    Statistics statistics() {
        return CustomerRow.statistics(row);
    }

    void statistics(Statistics statistics) {
        CustomerRow.put(row, statistics);
        markChanged();
    }

    void setIdentity(Customer customer) {
        CustomerRow.put(row, customer);
        markChanged();
    }

    Instant lastAt() {
        return row.getLastAt();
    }

    RecordedEvent append(Event event, Instant at) {
        var appended = RecordedEvent.following(customer(), CustomerRow.eventHead(row), event, at);
        CustomerRow.put(row, appended.head());
        row.setLastAt(at.isAfter(row.getLastAt()) ? at : row.getLastAt());
        markChanged();
        return appended;
    }

    private void markChanged() {
        isChanged = true;
        markWritten();
    }

    /** Writes what changed, once, at the end of the unit. */
    void write() {
        if (isChanged) {
            dsl.update(CUSTOMER)
                    .set(CustomerRow.withoutKey(row))
                    .where(CUSTOMER.CUSTOMER_ID.eq(row.getCustomerId()))
                    .execute();
        }
    }
}
