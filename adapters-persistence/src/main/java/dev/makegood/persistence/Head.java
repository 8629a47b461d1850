package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CUSTOMER;

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
 * <p>A newcomer has no row to lock. It is inserted before the unit's first write; if somebody else was
 * faster, what the unit has read may be old, so it is run again.
 */
final class Head {

    private final DSLContext dsl;
    private final CustomerId customer;
    private final CustomerRecord row;
    private boolean isThere;
    private boolean isChanged;

    private Head(DSLContext dsl, CustomerId customer, @Nullable CustomerRecord locked) {
        this.dsl = dsl;
        this.customer = customer;
        this.row = locked == null ? HeadRow.ofNewcomer(customer) : locked;
        this.isThere = locked != null;
    }

    static Head locked(DSLContext dsl, CustomerId customer) {
        return new Head(dsl, customer, lock(dsl, customer));
    }

    /** Where a unit cannot be run again, a newcomer's row is made before anything is read. */
    static Head lockedEvenIfNew(DSLContext dsl, CustomerId customer) {
        var head = locked(dsl, customer);
        if (head.isThere) {
            return head;
        }
        var unused = head.insert();
        return locked(dsl, customer);
    }

    private static @Nullable CustomerRecord lock(DSLContext dsl, CustomerId customer) {
        return dsl.selectFrom(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .forUpdate()
                .fetchOne();
    }

    /** Before each write of the unit: what is written must have a locked row to belong to. */
    void hold() {
        if (!isThere) {
            if (insert() == 0) {
                throw new StaleUnit("somebody else welcomed " + customer + " at the same time");
            }
            isThere = true;
        }
    }

    private int insert() {
        return dsl.insertInto(CUSTOMER)
                .set(CUSTOMER.CUSTOMER_ID, customer.value())
                .onConflictDoNothing()
                .execute();
    }

    CustomerId customer() {
        return customer;
    }

    Wallet wallet() {
        return HeadRow.wallet(row);
    }

    void wallet(Wallet wallet) {
        HeadRow.put(row, wallet);
        isChanged = true;
    }

    Statistics statistics() {
        return HeadRow.statistics(row);
    }

    void statistics(Statistics statistics) {
        HeadRow.put(row, statistics);
        isChanged = true;
    }

    void known(Customer as) {
        HeadRow.put(row, as);
        isChanged = true;
    }

    long nextEvent() {
        row.setEventSequence(row.getEventSequence() + 1);
        isChanged = true;
        return row.getEventSequence();
    }

    /** Writes what changed, once, at the end of the unit. */
    void write() {
        if (isChanged) {
            hold();
            dsl.update(CUSTOMER)
                    .set(HeadRow.changeable(row))
                    .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                    .execute();
        }
    }
}
