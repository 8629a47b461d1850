package dev.makegood.memory;

import dev.makegood.access.ApiKey;
import dev.makegood.access.ApiKeyStore;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore;
import dev.makegood.memory.table.AccessTables;
import dev.makegood.memory.table.CustomerTables;
import dev.makegood.memory.table.PaymentTables;
import dev.makegood.memory.table.ProjectTables;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is unique across all customers: identities, projects, payments, runs and API keys. */
final class UniqueIndexes implements CustomerStore, ApiKeyStore {

    final UndoableMap<String, Customer> customerByIdentity;
    final UndoableMap<UUID, Customer> customers;
    final UndoableMap<UUID, OwnedProject> ownerByProject;
    final UndoableMap<String, Map<String, ClaimedRun>> runs;
    final UndoableMap<String, ApiKey> apiKeys;
    final UndoableMap<UUID, OwnedPayment> ownerByPayment;
    final UndoableMap<String, ClaimedRef> paymentByRef;
    final UndoableMap<String, RecordedNotice> notices;
    private final UndoableMap<String, ClaimedRun> claimedRuns;

    UniqueIndexes(MemoryTables tables) {
        this.customerByIdentity =
                tables.map(CustomerTables.CUSTOMER_IDENTITY, CustomerTables::identity);
        this.customers = tables.index();
        this.ownerByProject = tables.map(ProjectTables.PROJECT_REF,
                owned -> ProjectTables.projectRef(owned.project(), owned.owner()));
        this.runs = tables.index();
        this.claimedRuns = tables.map(ProjectTables.RUN_REF, claimed -> ProjectTables
                .runRef(claimed.pipeline(), claimed.run(), claimed.owner(), claimed.project()));
        this.apiKeys = tables.map(AccessTables.API_KEY, AccessTables::apiKey);
        this.ownerByPayment = tables.map(PaymentTables.PAYMENT_REF,
                owned -> PaymentTables.paymentRef(owned.payment(), owned.owner()));
        this.paymentByRef = tables.map(PaymentTables.GATEWAY_REF, claimed -> PaymentTables
                .gatewayRef(claimed.ref(), claimed.owner(), claimed.payment()));
        this.notices = tables.map(PaymentTables.NOTICE,
                recorded -> PaymentTables.notice(recorded.notice(), recorded.owner()));
    }

    record OwnedProject(ProjectId project, CustomerId owner) {}

    record OwnedPayment(PaymentId payment, CustomerId owner) {}

    record ClaimedRun(String pipeline, RunId run, CustomerId owner, ProjectId project) {}

    record ClaimedRef(GatewayRef ref, CustomerId owner, PaymentId payment) {}

    record RecordedNotice(GatewayRef notice, CustomerId owner) {}

    Optional<CustomerId> ownerOf(ProjectId project) {
        return ownerByProject.find(project.value()).map(OwnedProject::owner);
    }

    Optional<CustomerId> ownerOf(PaymentId payment) {
        return ownerByPayment.find(payment.value()).map(OwnedPayment::owner);
    }

    Optional<PaymentId> paymentOf(GatewayRef ref) {
        return paymentByRef.find(ref.toString()).map(ClaimedRef::payment);
    }

    Map<String, ClaimedRun> runsByPipeline(RunId run) {
        return runs.find(run.value()).orElse(Map.of());
    }

    Optional<ClaimedRun> findRun(String pipeline, RunId run) {
        return Optional.ofNullable(runsByPipeline(run).get(pipeline));
    }

    void claimRun(ClaimedRun claimed) {
        var byPipeline = new HashMap<>(runsByPipeline(claimed.run()));
        byPipeline.put(claimed.pipeline(), claimed);
        runs.put(claimed.run().value(), byPipeline);
        claimedRuns.put(claimed.run().value() + " " + claimed.pipeline(), claimed);
    }

    @Override
    public Claim claim(Customer customer) {
        var known = customerByIdentity.find(customer.identity().toString());
        if (known.isPresent()) {
            return new ClaimedByOther(known.get().id());
        }
        customerByIdentity.put(customer.identity().toString(), customer);
        customers.put(customer.id().value(), customer);
        return new Claimed();
    }

    @Override
    public void save(ApiKey key) {
        apiKeys.put(key.id(), key);
    }
}
