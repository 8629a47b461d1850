package dev.makegood.memory;

import dev.makegood.access.ApiKey;
import dev.makegood.access.ApiKeyStore;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import java.util.Map;
import java.util.UUID;

/** What is unique across all customers: identities, projects, payments, runs and API keys. */
final class UniqueIndexes implements CustomerStore, ApiKeyStore {

    final UndoableMap<String, Customer> customerByIdentity;
    final UndoableMap<UUID, Customer> customers;
    final UndoableMap<UUID, CustomerId> ownerByProject;
    final UndoableMap<String, Map<String, ProjectId>> projectsByRun;
    final UndoableMap<String, ApiKey> apiKeys;
    final UndoableMap<UUID, CustomerId> ownerByPayment;
    final UndoableMap<String, PaymentId> paymentByRef;
    final UndoableMap<String, GatewayRef> notices;

    UniqueIndexes(UndoLog undoLog) {
        this.customerByIdentity = new UndoableMap<>(undoLog);
        this.customers = new UndoableMap<>(undoLog);
        this.ownerByProject = new UndoableMap<>(undoLog);
        this.projectsByRun = new UndoableMap<>(undoLog);
        this.apiKeys = new UndoableMap<>(undoLog);
        this.ownerByPayment = new UndoableMap<>(undoLog);
        this.paymentByRef = new UndoableMap<>(undoLog);
        this.notices = new UndoableMap<>(undoLog);
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
