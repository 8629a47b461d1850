package dev.makegood.testing;

import dev.makegood.Unit;
import dev.makegood.access.ApiKeyStore;
import dev.makegood.access.IdempotentRequestStore;
import dev.makegood.customer.CustomerStore;
import dev.makegood.event.EventLog;
import dev.makegood.generation.GenerationStore;
import dev.makegood.ledger.LedgerStore;
import dev.makegood.payment.PaymentStore;
import dev.makegood.project.ProjectStore;
import dev.makegood.task.Tasks;

/** Does as another unit does; tests put their faults between. */
public class ForwardingUnit implements Unit {

    private final Unit unit;

    public ForwardingUnit(Unit unit) {
        this.unit = unit;
    }

    @Override
    public CustomerStore customers() {
        return unit.customers();
    }

    @Override
    public LedgerStore ledger() {
        return unit.ledger();
    }

    @Override
    public ProjectStore projects() {
        return unit.projects();
    }

    @Override
    public PaymentStore payments() {
        return unit.payments();
    }

    @Override
    public GenerationStore generations() {
        return unit.generations();
    }

    @Override
    public Tasks tasks() {
        return unit.tasks();
    }

    @Override
    public EventLog events() {
        return unit.events();
    }

    @Override
    public ApiKeyStore apiKeys() {
        return unit.apiKeys();
    }

    @Override
    public IdempotentRequestStore idempotentRequests() {
        return unit.idempotentRequests();
    }
}
