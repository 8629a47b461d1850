package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CAPTURE;
import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static dev.makegood.persistence.schema.Tables.CUSTOMER_IDENTITY;
import static dev.makegood.persistence.schema.Tables.EVENT;
import static dev.makegood.persistence.schema.Tables.GATEWAY_REF;
import static dev.makegood.persistence.schema.Tables.GENERATION_REQUEST;
import static dev.makegood.persistence.schema.Tables.IDEMPOTENT_REQUEST;
import static dev.makegood.persistence.schema.Tables.NOTICE;
import static dev.makegood.persistence.schema.Tables.OUTBOX;
import static dev.makegood.persistence.schema.Tables.PAYMENT;
import static dev.makegood.persistence.schema.Tables.PAYMENT_REF;
import static dev.makegood.persistence.schema.Tables.PAYMENT_REFUND;
import static dev.makegood.persistence.schema.Tables.PROJECT;
import static dev.makegood.persistence.schema.Tables.PROJECT_REF;
import static dev.makegood.persistence.schema.Tables.RUN_REF;
import static dev.makegood.persistence.schema.Tables.TASK;
import static dev.makegood.persistence.schema.Tables.TRANSFER;
import static java.util.Objects.requireNonNull;

import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;

/** Rows that belong to nothing, and directory rows that are missing or lead elsewhere. */
record JooqStrays(Transactions transactions) {

    private static final List<Table<?>> OF_CUSTOMERS = List.of(TRANSFER, CREDIT_GRANT, CAPTURE,
            PROJECT, TASK, EVENT, OUTBOX, IDEMPOTENT_REQUEST, PAYMENT, PAYMENT_REFUND,
            GENERATION_REQUEST, NOTICE);

    private static final List<StraySweep> DIRECTORIES = List.of(
            StraySweep.of(PROJECT, List.of(PROJECT.CUSTOMER_ID, PROJECT.ID),
                    List.of(PROJECT.CUSTOMER_ID, PROJECT.ID), PROJECT_REF,
                    List.of(PROJECT_REF.CUSTOMER_ID, PROJECT_REF.PROJECT_ID)),
            StraySweep.of(PROJECT_REF, List.of(PROJECT_REF.PROJECT_ID),
                    List.of(PROJECT_REF.CUSTOMER_ID, PROJECT_REF.PROJECT_ID), PROJECT,
                    List.of(PROJECT.CUSTOMER_ID, PROJECT.ID)),
            StraySweep.of(PROJECT, List.of(PROJECT.CUSTOMER_ID, PROJECT.ID),
                    List.of(PROJECT.CUSTOMER_ID, PROJECT.RUN_ID, PROJECT.PIPELINE, PROJECT.ID),
                    RUN_REF,
                    List.of(RUN_REF.CUSTOMER_ID, RUN_REF.RUN, RUN_REF.PIPELINE, RUN_REF.PROJECT_ID))
                    .where(PROJECT.RUN_ID.isNotNull()),
            StraySweep.of(RUN_REF, List.of(RUN_REF.RUN, RUN_REF.PIPELINE),
                    List.of(RUN_REF.CUSTOMER_ID, RUN_REF.PROJECT_ID), PROJECT,
                    List.of(PROJECT.CUSTOMER_ID, PROJECT.ID)),
            StraySweep.of(PAYMENT, List.of(PAYMENT.CUSTOMER_ID, PAYMENT.ID),
                    List.of(PAYMENT.CUSTOMER_ID, PAYMENT.ID), PAYMENT_REF,
                    List.of(PAYMENT_REF.CUSTOMER_ID, PAYMENT_REF.PAYMENT_ID)),
            StraySweep.of(PAYMENT_REF, List.of(PAYMENT_REF.PAYMENT_ID),
                    List.of(PAYMENT_REF.CUSTOMER_ID, PAYMENT_REF.PAYMENT_ID), PAYMENT,
                    List.of(PAYMENT.CUSTOMER_ID, PAYMENT.ID)),
            StraySweep.of(PAYMENT, List.of(PAYMENT.CUSTOMER_ID, PAYMENT.ID),
                    List.of(PAYMENT.CUSTOMER_ID, PAYMENT.CHECKOUT_REF, PAYMENT.GATEWAY, PAYMENT.ID),
                    GATEWAY_REF,
                    List.of(GATEWAY_REF.CUSTOMER_ID, GATEWAY_REF.REF, GATEWAY_REF.GATEWAY,
                            GATEWAY_REF.PAYMENT_ID))
                    .where(PAYMENT.CHECKOUT_REF.isNotNull()),
            StraySweep.of(GATEWAY_REF, List.of(GATEWAY_REF.REF, GATEWAY_REF.GATEWAY),
                    List.of(GATEWAY_REF.CUSTOMER_ID, GATEWAY_REF.PAYMENT_ID), PAYMENT,
                    List.of(PAYMENT.CUSTOMER_ID, PAYMENT.ID)),
            StraySweep.of(OUTBOX, List.of(OUTBOX.CUSTOMER_ID, OUTBOX.SEQUENCE),
                    List.of(OUTBOX.CUSTOMER_ID, OUTBOX.SEQUENCE), EVENT,
                    List.of(EVENT.CUSTOMER_ID, EVENT.SEQUENCE)),
            StraySweep.of(CUSTOMER, List.of(CUSTOMER.CUSTOMER_ID),
                    List.of(CUSTOMER.CUSTOMER_ID, CUSTOMER.PROVIDER, CUSTOMER.SUBJECT),
                    CUSTOMER_IDENTITY,
                    List.of(CUSTOMER_IDENTITY.CUSTOMER_ID, CUSTOMER_IDENTITY.PROVIDER,
                            CUSTOMER_IDENTITY.SUBJECT))
                    .where(CUSTOMER.PROVIDER.isNotNull()),
            StraySweep.of(CUSTOMER_IDENTITY,
                    List.of(CUSTOMER_IDENTITY.SUBJECT, CUSTOMER_IDENTITY.PROVIDER),
                    List.of(CUSTOMER_IDENTITY.CUSTOMER_ID), CUSTOMER,
                    List.of(CUSTOMER.CUSTOMER_ID)));

    List<Violation> strays(int limit) {
        return Stream.of(ownerless(limit), misled(limit), odd(limit))
                .flatMap(strays -> strays)
                .toList();
    }

    private Stream<Violation> ownerless(int limit) {
        return OF_CUSTOMERS.stream()
                .map(table -> StraySweep.of(table, customerOf(table), customerOf(table), CUSTOMER,
                        List.of(CUSTOMER.CUSTOMER_ID)))
                .flatMap(sweep -> sweep.strays(transactions, limit).stream());
    }

    private static List<Field<?>> customerOf(Table<?> table) {
        return List.of(requireNonNull(table.field(CUSTOMER.CUSTOMER_ID)));
    }

    private Stream<Violation> misled(int limit) {
        return DIRECTORIES.stream().flatMap(sweep -> sweep.strays(transactions, limit).stream());
    }

    /** What no rule of the application could have written. */
    private Stream<Violation> odd(int limit) {
        var captures = transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .select(CAPTURE.CUSTOMER_ID, CAPTURE.ID)
                .from(CAPTURE)
                .leftJoin(TRANSFER)
                .on(TRANSFER.CUSTOMER_ID.eq(CAPTURE.CUSTOMER_ID))
                .and(TRANSFER.ID.eq(CAPTURE.ID))
                .where(CAPTURE.CAPTURED.isDistinctFrom(TRANSFER.AMOUNT))
                .limit(limit)
                .fetch(row -> new Violation(new CustomerId(row.value1()), "I16",
                        "the row of capture " + row.value2() + " says another amount than it")));
        var requests = transactions.execute(dsl -> JooqConfiguration.acrossCustomers(dsl)
                .select(IDEMPOTENT_REQUEST.CUSTOMER_ID, IDEMPOTENT_REQUEST.IDEMPOTENCY_KEY)
                .from(IDEMPOTENT_REQUEST)
                .where(IDEMPOTENT_REQUEST.REQUEST_HASH.notLikeRegex("^[0-9a-f]{64}$"))
                .or(IDEMPOTENT_REQUEST.RESPONSE_STATUS.notBetween((short) 200, (short) 599))
                .limit(limit)
                .fetch(row -> new Violation(new CustomerId(row.value1()), "I16",
                        "no request could have been stored with idempotency key "
                                + row.value2())));
        return Stream.concat(captures.stream(), requests.stream());
    }
}
