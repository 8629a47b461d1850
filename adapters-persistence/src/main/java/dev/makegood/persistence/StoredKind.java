package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.API_KEY;
import static dev.makegood.persistence.schema.Tables.CAPTURE;
import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.CUSTOMER_IDENTITY;
import static dev.makegood.persistence.schema.Tables.GATEWAY_REF;
import static dev.makegood.persistence.schema.Tables.GENERATION_REQUEST;
import static dev.makegood.persistence.schema.Tables.IDEMPOTENT_REQUEST;
import static dev.makegood.persistence.schema.Tables.NOTICE;
import static dev.makegood.persistence.schema.Tables.PAYMENT;
import static dev.makegood.persistence.schema.Tables.PAYMENT_REF;
import static dev.makegood.persistence.schema.Tables.PROJECT;
import static dev.makegood.persistence.schema.Tables.PROJECT_REF;
import static dev.makegood.persistence.schema.Tables.RUN_REF;
import static dev.makegood.persistence.schema.Tables.TASK;
import static dev.makegood.persistence.schema.Tables.TRANSFER;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.unit.Key;
import dev.makegood.unit.Loaded;
import dev.makegood.unit.RefundedCapture;
import dev.makegood.unit.StoredGeneration;
import dev.makegood.unit.Versioned;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;

/**
 * Where the things that one kind of key names are stored, and how they are read.
 *
 * @param isOfCustomer whether the rows are one customer's, and not a directory's
 * @param columns those that the key is found by
 * @param values of a key, for these columns
 * @param add puts what a row holds among what was loaded
 */
record StoredKind<K extends Key<?>, R extends TableRecord<R>>(TableSql<R> table,
        boolean isOfCustomer, List<TableField<R, ?>> columns, Function<K, List<?>> values,
        BiConsumer<Loaded, R> add) {

    private static final Map<Class<?>, StoredKind<?, ?>> ALL = Map.ofEntries(
            ofCustomer(Key.OfTransfer.class, TRANSFER, List.of(TRANSFER.ID),
                    key -> List.of(key.id()),
                    (loaded, row) -> loaded.add(new Key.OfTransfer(new TransferId(row.getId())),
                            TransferRow.read(row))),
            ofCustomer(Key.OfSettlement.class, TRANSFER, List.of(TRANSFER.SETTLES),
                    key -> List.of(key.hold()),
                    (loaded, row) -> loaded.add(
                            new Key.OfSettlement(new TransferId(row.getSettles())),
                            TransferRow.read(row))),
            ofCustomer(Key.OfGrant.class, CREDIT_GRANT, List.of(CREDIT_GRANT.ID),
                    key -> List.of(key.id()),
                    (loaded, row) -> loaded.add(new Key.OfGrant(new TransferId(row.getId())),
                            GrantRow.read(row))),
            ofCustomer(Key.OfCapture.class, CAPTURE, List.of(CAPTURE.ID),
                    key -> List.of(key.id()),
                    (loaded, row) -> loaded.add(new Key.OfCapture(new TransferId(row.getId())),
                            new RefundedCapture(new Credits(row.getCaptured()),
                                    new Credits(row.getRefunded())))),
            ofCustomer(Key.OfProject.class, PROJECT, List.of(PROJECT.ID),
                    key -> List.of(key.id()),
                    (loaded, row) -> loaded.add(new Key.OfProject(new ProjectId(row.getId())),
                            new Versioned<>(ProjectRow.read(row), row.getVersion()))),
            ofCustomer(Key.OfPayment.class, PAYMENT, List.of(PAYMENT.ID),
                    key -> List.of(key.id()),
                    (loaded, row) -> loaded.add(new Key.OfPayment(new PaymentId(row.getId())),
                            new Versioned<>(PaymentRow.read(row), row.getVersion()))),
            ofCustomer(Key.OfGeneration.class, GENERATION_REQUEST,
                    List.of(GENERATION_REQUEST.ID), key -> List.of(key.id()),
                    (loaded, row) -> loaded.add(new Key.OfGeneration(new ProjectId(row.getId())),
                            new StoredGeneration(GenerationRequestRow.read(row),
                                    row.getIsClosed()))),
            ofCustomer(Key.OfTask.class, TASK, List.of(TASK.KIND, TASK.SUBJECT_ID),
                    key -> List.of(key.kind(), key.subjectId()),
                    (loaded, row) -> loaded.add(
                            new Key.OfTask(row.getKind(), row.getSubjectId()),
                            TaskRow.read(row))),
            ofCustomer(Key.OfIdempotentRequest.class, IDEMPOTENT_REQUEST,
                    List.of(IDEMPOTENT_REQUEST.IDEMPOTENCY_KEY, IDEMPOTENT_REQUEST.ROUTE),
                    key -> List.of(key.key(), key.route()),
                    (loaded, row) -> loaded.add(
                            new Key.OfIdempotentRequest(row.getRoute(), row.getIdempotencyKey()),
                            IdempotentRequestRow.read(row))),
            ofAll(Key.OfApiKey.class, API_KEY, List.of(API_KEY.ID), key -> List.of(key.id()),
                    (loaded, row) -> loaded.add(new Key.OfApiKey(row.getId()),
                            ApiKeyRow.read(row))),
            ofAll(Key.OfIdentity.class, CUSTOMER_IDENTITY,
                    List.of(CUSTOMER_IDENTITY.SUBJECT, CUSTOMER_IDENTITY.PROVIDER),
                    key -> List.of(key.identity().subject(), key.identity().provider()),
                    (loaded, row) -> loaded.add(
                            new Key.OfIdentity(new Identity(row.getProvider(), row.getSubject())),
                            new CustomerId(row.getCustomerId()))),
            ofAll(Key.OfProjectRef.class, PROJECT_REF, List.of(PROJECT_REF.PROJECT_ID),
                    key -> List.of(key.project()),
                    (loaded, row) -> loaded.add(
                            new Key.OfProjectRef(new ProjectId(row.getProjectId())),
                            new CustomerId(row.getCustomerId()))),
            ofAll(Key.OfPaymentRef.class, PAYMENT_REF, List.of(PAYMENT_REF.PAYMENT_ID),
                    key -> List.of(key.payment()),
                    (loaded, row) -> loaded.add(
                            new Key.OfPaymentRef(new PaymentId(row.getPaymentId())),
                            new CustomerId(row.getCustomerId()))),
            ofAll(Key.OfRun.class, RUN_REF, List.of(RUN_REF.RUN, RUN_REF.PIPELINE),
                    key -> List.of(key.run().value(), key.pipeline()),
                    (loaded, row) -> loaded.add(
                            new Key.OfRun(row.getPipeline(), new RunId(row.getRun())),
                            new ProjectId(row.getProjectId()))),
            ofAll(Key.OfGatewayRef.class, GATEWAY_REF,
                    List.of(GATEWAY_REF.REF, GATEWAY_REF.GATEWAY),
                    key -> List.of(key.ref().id(), key.ref().gateway()),
                    (loaded, row) -> loaded.add(
                            new Key.OfGatewayRef(new GatewayRef(row.getGateway(), row.getRef())),
                            new PaymentId(row.getPaymentId()))),
            ofAll(Key.OfNotice.class, NOTICE, List.of(NOTICE.NOTICE_ID, NOTICE.GATEWAY),
                    key -> List.of(key.notice().id(), key.notice().gateway()),
                    (loaded, row) -> loaded.add(
                            new Key.OfNotice(
                                    new GatewayRef(row.getGateway(), row.getNoticeId())),
                            new CustomerId(row.getCustomerId()))));

    private static <K extends Key<?>,
            R extends TableRecord<R>> Map.Entry<Class<?>, StoredKind<?, ?>> ofCustomer(
                    Class<K> kind, Table<R> table, List<TableField<R, ?>> columns,
                    Function<K, List<?>> values, BiConsumer<Loaded, R> add) {
        return Map.entry(kind, new StoredKind<>(TableSql.of(table), true, columns, values, add));
    }

    private static <K extends Key<?>,
            R extends TableRecord<R>> Map.Entry<Class<?>, StoredKind<?, ?>> ofAll(
                    Class<K> kind, Table<R> table, List<TableField<R, ?>> columns,
                    Function<K, List<?>> values, BiConsumer<Loaded, R> add) {
        return Map.entry(kind, new StoredKind<>(TableSql.of(table), false, columns, values, add));
    }

    /** One question for each kind among these keys. */
    static List<Asked<?>> ask(CustomerId customer, Collection<? extends Key<?>> keys) {
        return keys.stream()
                .collect(groupingBy(Object::getClass, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .<Asked<?>>map(kind -> StoredKind.<Key<?>>of(kind.getKey())
                        .asked(customer, List.copyOf(kind.getValue())))
                .toList();
    }

    @SuppressWarnings("unchecked") // By its class.
    private static <K extends Key<?>> StoredKind<K, ?> of(Class<?> kind) {
        return (StoredKind<K, ?>) Objects.requireNonNull(ALL.get(kind), kind.getName());
    }

    private Asked<R> asked(CustomerId customer, List<K> keys) {
        var condition = columns.stream()
                .map(column -> column.getName() + " = any(?::" + TableSql.type(column) + "[])")
                .collect(joining(" and ", isOfCustomer ? "customer_id = ?::uuid and " : "", ""));
        var bound = IntStream.range(0, columns.size()).mapToObj(place -> textAt(place, keys));
        var all = isOfCustomer ? Stream.concat(Stream.of(customer.toString()), bound) : bound;
        return new Asked<>(new Question<>(table, condition, all.toArray(String[]::new)), add);
    }

    private String textAt(int place, List<K> keys) {
        return SqlText.ofArray(keys.stream()
                .map(key -> values.apply(key).get(place).toString())
                .distinct());
    }

    /** A question, and what becomes of the rows that answer it. */
    record Asked<R extends TableRecord<R>>(Question<R> question, BiConsumer<Loaded, R> add) {

        void addTo(Loaded loaded) {
            question.rows().forEach(row -> add.accept(loaded, row));
        }
    }
}
