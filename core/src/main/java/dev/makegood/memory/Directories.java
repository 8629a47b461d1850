package dev.makegood.memory;

import dev.makegood.access.ApiKey;
import dev.makegood.access.Keys;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.CustomerStore;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import java.util.Map;
import java.util.UUID;

/** What is unique in the whole world: who has which identity, project, run and key. */
final class Directories implements CustomerStore, Keys {

    final Drawer<String, Customer> customerByIdentity;
    final Drawer<UUID, Customer> customers;
    final Drawer<UUID, CustomerId> ownerByProject;
    final Drawer<String, Map<String, ProjectId>> projectsByRun;
    final Drawer<String, ApiKey> keys;
    final Drawer<UUID, CustomerId> ownerByPayment;
    final Drawer<String, PaymentId> paymentByRef;
    final Drawer<String, GatewayRef> notices;

    Directories(Journal journal) {
        this.customerByIdentity = new Drawer<>(journal);
        this.customers = new Drawer<>(journal);
        this.ownerByProject = new Drawer<>(journal);
        this.projectsByRun = new Drawer<>(journal);
        this.keys = new Drawer<>(journal);
        this.ownerByPayment = new Drawer<>(journal);
        this.paymentByRef = new Drawer<>(journal);
        this.notices = new Drawer<>(journal);
    }

    @Override
    public Claim claim(Customer customer) {
        var known = customerByIdentity.find(customer.identity().toString());
        if (known.isPresent()) {
            return new TakenBy(known.get().id());
        }
        customerByIdentity.put(customer.identity().toString(), customer);
        customers.put(customer.id().value(), customer);
        return new Claimed();
    }

    @Override
    public void save(ApiKey key) {
        keys.put(key.id(), key);
    }
}
