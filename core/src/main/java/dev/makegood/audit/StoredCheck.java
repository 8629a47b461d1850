package dev.makegood.audit;

import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.payment.Payment;
import dev.makegood.project.Project;

/** I15 and I16: what is stored beside the ledger is what the events say, and nothing is forgotten. */
final class StoredCheck {

    private final StatesCheck states;
    private final FactsCheck facts;
    private final GrantFactsCheck grants;
    private final RequestsCheck requests;
    private final RefundRowsCheck refunds;
    private final TasksCheck tasks;

    StoredCheck(ViolationCollector violations, Archive.CustomerRecords records) {
        this.states = new StatesCheck(violations);
        this.facts = new FactsCheck(violations);
        this.grants = new GrantFactsCheck(violations, records.grants());
        this.requests = new RequestsCheck(violations);
        this.refunds = new RefundRowsCheck(violations, records.refundTimes());
        this.tasks = new TasksCheck(violations, records::hasTask);
        records.grants().forEach(tasks::check);
    }

    void check(Project project) {
        states.check(project);
        facts.check(project);
        requests.check(project);
        tasks.check(project);
    }

    /** Comes after all projects. */
    void check(GenerationRequest request) {
        requests.check(request);
        tasks.check(request);
    }

    /** Comes after all requests. */
    void check(Payment payment) {
        states.check(payment);
        facts.check(payment);
        requests.check(payment);
        refunds.check(payment);
    }

    /** Comes after all payments. */
    void check(RecordedEvent event) {
        states.check(event);
        facts.check(event);
        grants.check(event);
    }

    void finish() {
        states.finish();
        grants.finish();
        refunds.finish();
        tasks.finish();
    }
}
