package dev.makegood.unit;

import dev.makegood.access.ApiKey;
import dev.makegood.access.IdempotentRequest;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.task.Task;
import dev.makegood.unit.table.AccessTables;
import dev.makegood.unit.table.CustomerTables;
import dev.makegood.unit.table.EventTables;
import dev.makegood.unit.table.GenerationTables;
import dev.makegood.unit.table.LedgerTables;
import dev.makegood.unit.table.PaymentTables;
import dev.makegood.unit.table.ProjectTables;
import dev.makegood.unit.table.Row;
import dev.makegood.unit.table.TableSchema;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a unit leaves behind, as rows of the tables: so their constraints are checked before a storage sees it. */
public final class ChangedRows {

    private ChangedRows() {}

    /** The same changes, if no row of them breaks by itself what its table checks. */
    static Changes check(Changes changes) {
        if (changes.isHeadChanged()) {
            CustomerTables.CUSTOMER.check(ofHead(changes.after()));
        }
        changes.all().forEach(change -> forEach(changes, change, TableSchema::check));
        return changes;
    }

    /** A customer's own row. */
    public static Row ofHead(Head head) {
        return CustomerTables.customer(head.wallet(), head.statistics(), head.events(),
                head.lastAt(), head.customer());
    }

    /** Each row that is written for this change, and its table; of what is removed there is none. */
    public static void forEach(
            Changes changes, Change<?> change, BiConsumer<TableSchema, Row> action) {
        if (change.after() != null) {
            forEach(changes.customer(), change.key(), change.before(), change.after(), action);
        }
    }

    /** The same for what is stored at a key: how it was before, and what of it is new. */
    public static void forEach(
            CustomerId owner, Key<?> key, @Nullable Object before, Object after,
            BiConsumer<TableSchema, Row> action) {
        switch (key) {
            case Key.OfTransfer k ->
                    action.accept(LedgerTables.TRANSFER, LedgerTables.transfer((Transfer) after));
            case Key.OfSettlement k ->
                    throw new IllegalArgumentException("written as a transfer: " + key);
            case Key.OfGrant k -> action.accept(LedgerTables.CREDIT_GRANT,
                    LedgerTables.grant(owner, (GrantBalance) after));
            case Key.OfCapture k -> action.accept(LedgerTables.CAPTURE,
                    capture(owner, k, (RefundedCapture) after));
            case Key.OfProject k -> action.accept(ProjectTables.PROJECT,
                    ProjectTables.project((Project) ((Versioned<?>) after).value()));
            case Key.OfPayment k -> payment(owner, before, after, action);
            case Key.OfGeneration k -> action.accept(GenerationTables.GENERATION_REQUEST,
                    generation((StoredGeneration) after));
            case Key.OfTask k -> action.accept(EventTables.TASK, EventTables.task((Task) after));
            case Key.OfEvent k -> {
                action.accept(EventTables.EVENT, EventTables.event((RecordedEvent) after));
                action.accept(EventTables.OUTBOX, EventTables.outboxRow((RecordedEvent) after));
            }
            case Key.OfIdempotentRequest k -> action.accept(AccessTables.IDEMPOTENT_REQUEST,
                    AccessTables.idempotentRequest(owner, (IdempotentRequest) after));
            case Key.OfApiKey k ->
                    action.accept(AccessTables.API_KEY, AccessTables.apiKey((ApiKey) after));
            case Key.OfIdentity k -> action.accept(CustomerTables.CUSTOMER_IDENTITY,
                    CustomerTables.identity(k.identity(), (CustomerId) after));
            case Key.OfProjectRef k -> action.accept(ProjectTables.PROJECT_REF,
                    ProjectTables.projectRef(k.project(), (CustomerId) after));
            case Key.OfPaymentRef k -> action.accept(PaymentTables.PAYMENT_REF,
                    PaymentTables.paymentRef(k.payment(), (CustomerId) after));
            case Key.OfRun k -> action.accept(ProjectTables.RUN_REF,
                    ProjectTables.runRef(k.pipeline(), k.run(), owner, (ProjectId) after));
            case Key.OfGatewayRef k -> action.accept(PaymentTables.GATEWAY_REF,
                    PaymentTables.gatewayRef(k.ref(), owner, (PaymentId) after));
            case Key.OfNotice k -> action.accept(PaymentTables.NOTICE,
                    PaymentTables.notice(k.notice(), (CustomerId) after));
        }
    }

    private static Row capture(CustomerId owner, Key.OfCapture key, RefundedCapture capture) {
        return LedgerTables.capture(owner, key.id(), capture.captured(), capture.refunded());
    }

    private static Row generation(StoredGeneration stored) {
        return GenerationTables.request(stored.request(), stored.isClosed());
    }

    /** The payment, and those of its refunds that it had not before. */
    private static void payment(
            CustomerId owner, @Nullable Object before, Object after,
            BiConsumer<TableSchema, Row> action) {
        var payment = (Payment) ((Versioned<?>) after).value();
        action.accept(PaymentTables.PAYMENT, PaymentTables.payment(payment));
        var known = before == null ? null : (Payment) ((Versioned<?>) before).value();
        payment.newRefunds(known)
                .forEach(refund -> action.accept(PaymentTables.PAYMENT_REFUND,
                        PaymentTables.refund(owner, payment.id(), refund)));
    }
}
