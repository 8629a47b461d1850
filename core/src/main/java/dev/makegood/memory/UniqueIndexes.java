package dev.makegood.memory;

import dev.makegood.access.ApiKey;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.unit.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is unique across all customers: identities, projects, payments, runs, references, notices and API keys. */
final class UniqueIndexes {

    final UndoableMap<UUID, Customer> customers;
    final UndoableMap<String, CustomerId> ownerByIdentity;
    final UndoableMap<UUID, CustomerId> ownerByProject;
    final UndoableMap<UUID, CustomerId> ownerByPayment;
    final UndoableMap<String, ClaimedRef> paymentByRef;
    final UndoableMap<String, CustomerId> notices;
    final UndoableMap<String, ApiKey> apiKeys;
    private final UndoableMap<String, Map<String, ProjectId>> runs;

    UniqueIndexes(MemoryTables tables) {
        this.customers = tables.map();
        this.ownerByIdentity = tables.map();
        this.ownerByProject = tables.map();
        this.ownerByPayment = tables.map();
        this.paymentByRef = tables.map();
        this.notices = tables.map();
        this.apiKeys = tables.map();
        this.runs = tables.map();
    }

    record ClaimedRef(GatewayRef ref, PaymentId payment) {}

    Optional<?> find(Key.Claim<?> claim) {
        return switch (claim) {
            case Key.OfIdentity k -> ownerByIdentity.find(k.identity().toString());
            case Key.OfProjectRef k -> ownerOf(k.project());
            case Key.OfPaymentRef k -> ownerOf(k.payment());
            case Key.OfRun k ->
                    Optional.ofNullable(projectsByPipeline(k.run()).get(k.pipeline()));
            case Key.OfGatewayRef k -> paymentOf(k.ref());
            case Key.OfNotice k -> notices.find(k.notice().toString());
        };
    }

    Optional<CustomerId> ownerOf(ProjectId project) {
        return ownerByProject.find(project.value());
    }

    Optional<CustomerId> ownerOf(PaymentId payment) {
        return ownerByPayment.find(payment.value());
    }

    Optional<PaymentId> paymentOf(GatewayRef ref) {
        return paymentByRef.find(ref.toString()).map(ClaimedRef::payment);
    }

    Map<String, ProjectId> projectsByPipeline(RunId run) {
        return runs.find(run.value()).orElse(Map.of());
    }

    void putRun(Key.OfRun run, ProjectId project) {
        var byPipeline = new HashMap<>(projectsByPipeline(run.run()));
        byPipeline.put(run.pipeline(), project);
        runs.put(run.run().value(), byPipeline);
    }
}
