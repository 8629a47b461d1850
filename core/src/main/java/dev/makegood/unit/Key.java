package dev.makegood.unit;

import dev.makegood.access.ApiKey;
import dev.makegood.access.IdempotentRequest;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.task.Task;
import java.util.UUID;

/**
 * Names one thing that a unit reads or changes: of its customer, or a name that is unique in the world.
 *
 * @param <V> what is found there
 */
public sealed interface Key<V> {

    record OfTransfer(TransferId id) implements Key<Transfer> {}

    /** What ended a hold; only read, for it is written as a transfer. */
    record OfSettlement(TransferId hold) implements Key<Transfer> {}

    record OfGrant(TransferId id) implements Key<GrantBalance> {}

    record OfCapture(TransferId id) implements Key<RefundedCapture> {}

    record OfProject(ProjectId id) implements Key<Versioned<Project>> {}

    record OfPayment(PaymentId id) implements Key<Versioned<Payment>> {}

    record OfGeneration(ProjectId id) implements Key<StoredGeneration> {}

    record OfTask(String kind, UUID subjectId) implements Key<Task> {}

    record OfEvent(long sequence) implements Key<RecordedEvent> {}

    record OfIdempotentRequest(String route, String key) implements Key<IdempotentRequest> {}

    record OfApiKey(String id) implements Key<ApiKey> {}

    /** A name that is unique in the world: claimed once, by whoever is first, and never given back. */
    sealed interface Claim<V> extends Key<V> {}

    record OfIdentity(Identity identity) implements Claim<CustomerId> {}

    record OfProjectRef(ProjectId project) implements Claim<CustomerId> {}

    record OfPaymentRef(PaymentId payment) implements Claim<CustomerId> {}

    record OfRun(String pipeline, RunId run) implements Claim<ProjectId> {}

    record OfGatewayRef(GatewayRef ref) implements Claim<PaymentId> {}

    record OfNotice(GatewayRef notice) implements Claim<CustomerId> {}
}
