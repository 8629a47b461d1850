package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.API_KEY;
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

import dev.makegood.customer.CustomerId;
import dev.makegood.persistence.schema.tables.records.ApiKeyRecord;
import dev.makegood.persistence.schema.tables.records.CaptureRecord;
import dev.makegood.persistence.schema.tables.records.CreditGrantRecord;
import dev.makegood.persistence.schema.tables.records.CustomerIdentityRecord;
import dev.makegood.persistence.schema.tables.records.CustomerRecord;
import dev.makegood.persistence.schema.tables.records.EventRecord;
import dev.makegood.persistence.schema.tables.records.GatewayRefRecord;
import dev.makegood.persistence.schema.tables.records.GenerationRequestRecord;
import dev.makegood.persistence.schema.tables.records.IdempotentRequestRecord;
import dev.makegood.persistence.schema.tables.records.NoticeRecord;
import dev.makegood.persistence.schema.tables.records.OutboxRecord;
import dev.makegood.persistence.schema.tables.records.PaymentRecord;
import dev.makegood.persistence.schema.tables.records.PaymentRefRecord;
import dev.makegood.persistence.schema.tables.records.PaymentRefundRecord;
import dev.makegood.persistence.schema.tables.records.ProjectRecord;
import dev.makegood.persistence.schema.tables.records.ProjectRefRecord;
import dev.makegood.persistence.schema.tables.records.RunRefRecord;
import dev.makegood.persistence.schema.tables.records.TaskRecord;
import dev.makegood.persistence.schema.tables.records.TransferRecord;
import dev.makegood.unit.Change;
import dev.makegood.unit.Changes;
import dev.makegood.unit.Key;
import dev.makegood.unit.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.TableRecord;

/**
 * Writes what units leave behind: a statement for each table and kind of change, however many rows and units there are,
 * and all of them in one round trip.
 */
final class ChangeWriter {

    private static final TableSql<CustomerRecord> CUSTOMERS = TableSql.of(CUSTOMER);
    private static final TableSql<TransferRecord> TRANSFERS = TableSql.of(TRANSFER);
    private static final TableSql<CreditGrantRecord> GRANTS = TableSql.of(CREDIT_GRANT);
    private static final TableSql<CaptureRecord> CAPTURES = TableSql.of(CAPTURE);
    private static final TableSql<ProjectRecord> PROJECTS = TableSql.of(PROJECT);
    private static final TableSql<PaymentRecord> PAYMENTS = TableSql.of(PAYMENT);
    private static final TableSql<PaymentRefundRecord> REFUNDS = TableSql.of(PAYMENT_REFUND);
    private static final TableSql<GenerationRequestRecord> GENERATIONS =
            TableSql.of(GENERATION_REQUEST);
    private static final TableSql<TaskRecord> TASKS = TableSql.of(TASK);
    private static final TableSql<EventRecord> EVENTS = TableSql.of(EVENT);
    private static final TableSql<OutboxRecord> UNDELIVERED = TableSql.of(OUTBOX);
    private static final TableSql<IdempotentRequestRecord> REQUESTS =
            TableSql.of(IDEMPOTENT_REQUEST);
    private static final TableSql<ApiKeyRecord> API_KEYS = TableSql.of(API_KEY);

    private static final TableSql<CustomerIdentityRecord> IDENTITIES =
            TableSql.of(CUSTOMER_IDENTITY);
    private static final TableSql<ProjectRefRecord> PROJECT_REFS = TableSql.of(PROJECT_REF);
    private static final TableSql<PaymentRefRecord> PAYMENT_REFS = TableSql.of(PAYMENT_REF);
    private static final TableSql<RunRefRecord> RUN_REFS = TableSql.of(RUN_REF);
    private static final TableSql<GatewayRefRecord> GATEWAY_REFS = TableSql.of(GATEWAY_REF);
    private static final TableSql<NoticeRecord> NOTICES = TableSql.of(NOTICE);

    private final Collection<Changes> units;
    private final Map<Class<?>, List<OwnedChange<?>>> byKind = new HashMap<>();
    private final List<SqlStatement> statements = new ArrayList<>();

    private ChangeWriter(Collection<Changes> units) {
        this.units = units;
        units.forEach(unit -> unit.all()
                .forEach(change -> byKind
                        .computeIfAbsent(change.key().getClass(), kind -> new ArrayList<>())
                        .add(new OwnedChange<>(unit.customer(), change))));
    }

    private record OwnedChange<V>(CustomerId customer, Change<V> change) {}

    static void write(RoundTrip roundTrip, Collection<Changes> units) {
        var writer = new ChangeWriter(units);
        writer.addAll();
        roundTrip.run(writer.statements);
    }

    /** What others point at comes first; names that others may claim as well come last, sorted. */
    private void addAll() {
        add(CUSTOMERS, (table, rows) -> table.update(rows, CustomerRow.CHANGING), units.stream()
                .filter(Changes::isHeadChanged)
                .map(unit -> CustomerRow.of(unit.after())));
        add(TRANSFERS, TableSql::insert, rows(Key.OfTransfer.class,
                (customer, change) -> TransferRow.of(change.written())));
        addGrants();
        addProjects();
        addPayments();
        addTasks();
        add(EVENTS, TableSql::insert,
                rows(Key.OfEvent.class, (customer, change) -> EventRow.of(change.written())));
        add(UNDELIVERED, TableSql::insert,
                rows(Key.OfEvent.class,
                        (customer, change) -> EventRow.outboxRow(change.written())));
        addAccess();
        addClaims();
    }

    private void addGrants() {
        add(GRANTS, TableSql::insert, rows(Key.OfGrant.class, Change::isAdded,
                (customer, change) -> GrantRow.of(customer, change.written())));
        add(GRANTS, (table, rows) -> table.update(rows, GrantRow.CHANGING),
                rows(Key.OfGrant.class, Change::isReplaced,
                        (customer, change) -> GrantRow.of(customer, change.written())));
        add(CAPTURES, TableSql::upsert,
                rows(Key.OfCapture.class, (customer, change) -> new CaptureRecord(
                        customer.value(), ((Key.OfCapture) change.key()).id().value(),
                        (Long) change.written().captured().amount(),
                        (Long) change.written().refunded().amount())));
    }

    private void addProjects() {
        add(PROJECTS, TableSql::insert, rows(Key.OfProject.class, Change::isAdded,
                (customer, change) -> ProjectRow.of(change.written().value(), 1)));
        add(PROJECTS, TableSql::updateNext, rows(Key.OfProject.class, Change::isReplaced,
                (customer, change) -> ProjectRow.of(change.written().value(),
                        nextVersion(change))));
        add(GENERATIONS, TableSql::upsert, rows(Key.OfGeneration.class,
                (customer, change) -> GenerationRequestRow.of(change.written())));
    }

    private void addPayments() {
        add(PAYMENTS, TableSql::insert, rows(Key.OfPayment.class, Change::isAdded,
                (customer, change) -> PaymentRow.of(change.written().value(), 1)));
        add(PAYMENTS, TableSql::updateNext, rows(Key.OfPayment.class, Change::isReplaced,
                (customer, change) -> PaymentRow.of(change.written().value(),
                        nextVersion(change))));
        add(REFUNDS, TableSql::insert, rows(Key.OfPayment.class,
                (customer, change) -> change).flatMap(PaymentRefundRow::added));
    }

    private void addTasks() {
        add(TASKS, (table, rows) -> table.upsert(rows, TaskRow.ADDED_ANEW),
                rows(Key.OfTask.class,
                        change -> !change.isRemoved() && change.written().fence() == 0,
                        (customer, change) -> TaskRow.newRow(change.written())));
        add(TASKS, (table, rows) -> table.updateIfThere(rows, TASK.DUE_AT, TASK.FENCE),
                rows(Key.OfTask.class,
                        change -> !change.isRemoved() && change.written().fence() > 0,
                        (customer, change) -> TaskRow.newRow(change.written())));
        add(TASKS, TableSql::delete, rows(Key.OfTask.class, Change::isRemoved,
                (customer, change) -> TaskRow.key(customer, (Key.OfTask) change.key())));
    }

    private void addAccess() {
        add(REQUESTS, TableSql::upsert,
                rows(Key.OfIdempotentRequest.class, change -> !change.isRemoved(),
                        (customer, change) -> IdempotentRequestRow.of(customer, change.written())));
        add(REQUESTS, TableSql::delete, rows(Key.OfIdempotentRequest.class, Change::isRemoved,
                (customer, change) -> IdempotentRequestRow.key(customer,
                        (Key.OfIdempotentRequest) change.key())));
        add(API_KEYS, TableSql::upsert,
                rows(Key.OfApiKey.class, (customer, change) -> ApiKeyRow.of(change.written())));
    }

    private void addClaims() {
        add(IDENTITIES, TableSql::claim, rows(Key.OfIdentity.class, ClaimRows::identity));
        add(PROJECT_REFS, TableSql::claim, rows(Key.OfProjectRef.class, ClaimRows::project));
        add(PAYMENT_REFS, TableSql::claim, rows(Key.OfPaymentRef.class, ClaimRows::payment));
        add(RUN_REFS, TableSql::claim, rows(Key.OfRun.class, ClaimRows::run));
        add(GATEWAY_REFS, TableSql::claim, rows(Key.OfGatewayRef.class, ClaimRows::gatewayRef));
        add(NOTICES, TableSql::claim, rows(Key.OfNotice.class, ClaimRows::notice));
    }

    private <R extends TableRecord<R>> void add(
            TableSql<R> table, BiFunction<TableSql<R>, List<R>, SqlStatement> statement,
            Stream<R> rows) {
        var all = rows.toList();
        if (!all.isEmpty()) {
            statements.add(statement.apply(table, all));
        }
    }

    private <V, R> Stream<R> rows(
            Class<? extends Key<V>> kind, BiFunction<CustomerId, Change<V>, R> row) {
        return rows(kind, change -> true, row);
    }

    @SuppressWarnings("unchecked") // A key says what is found at it.
    private <V, R> Stream<R> rows(
            Class<? extends Key<V>> kind, Predicate<Change<V>> which,
            BiFunction<CustomerId, Change<V>, R> row) {
        return byKind.getOrDefault(kind, List.of())
                .stream()
                .map(owned -> (OwnedChange<V>) owned)
                .filter(owned -> which.test(owned.change()))
                .map(owned -> row.apply(owned.customer(), owned.change()));
    }

    private static long nextVersion(Change<? extends Versioned<?>> change) {
        return change.replaced().version() + 1;
    }
}
