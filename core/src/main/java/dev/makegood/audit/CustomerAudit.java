package dev.makegood.audit;

import dev.makegood.closing.Base;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.Transfer;
import dev.makegood.payment.Payment;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit of one customer: each record is read once or twice, in pages, and none is kept. */
final class CustomerAudit {

    private static final int RECORDS_PER_PAGE = 500;

    private final Archive.CustomerRecords records;
    private final ViolationCollector violations;
    private final SharedStatesCheck shared;
    private final @Nullable Base base;
    private long transfers;
    private long projects;
    private long payments;
    private long events;

    CustomerAudit(
            CustomerId customer, Archive.CustomerRecords records, SharedStatesCheck shared) {
        this.records = records;
        this.shared = shared;
        this.violations = new ViolationCollector(customer);
        this.base = new BaseCheck(violations).find(records);
        var holds = new HoldsCheck(violations);
        var paymentsCheck = new PaymentsCheck(violations, records::hasTask);
        checkTransfers(holds, paymentsCheck);
        projects(holds, paymentsCheck);
    }

    List<Violation> violations() {
        return violations.all();
    }

    AuditSummary summary() {
        return new AuditSummary(1, transfers, projects, payments, events, violations.all().size());
    }

    private void checkTransfers(HoldsCheck holds, PaymentsCheck paymentsCheck) {
        var chain = new ChainCheck(violations, base);
        var accounts = new AccountsCheck(violations);
        var grants = new GrantsCheck(violations);
        for (var iterator = transfers(0); iterator.hasNext(); transfers++) {
            var transfer = iterator.next();
            chain.check(transfer);
            accounts.check(transfer);
            grants.check(transfer);
            holds.check(transfer);
            paymentsCheck.check(transfer);
        }
        chain.finish(records.wallet());
        accounts.finish(records.wallet());
        grants.finish(records.grants(), records.wallet());
        holds.finish(records.refundedByCapture(), records.wallet());
    }

    private void projects(HoldsCheck holds, PaymentsCheck paymentsCheck) {
        var check = new ProjectsCheck(violations, holds);
        var eventsCheck = new EventsCheck(violations, base,
                transfers(base == null ? 0 : base.transfers().sequence()));
        var stored = new StoredCheck(violations, records);
        for (var all = projects(); all.hasNext(); projects++) {
            var project = all.next();
            check.check(project);
            eventsCheck.check(project);
            paymentsCheck.check(project);
            stored.check(project);
        }
        payments(paymentsCheck, stored);
        events(eventsCheck, paymentsCheck, stored);
        check.finish(records.statistics());
        eventsCheck.finish();
        paymentsCheck.finish();
        stored.finish();
    }

    private void payments(PaymentsCheck paymentsCheck, StoredCheck stored) {
        requests().forEachRemaining(request -> {
            paymentsCheck.check(request);
            stored.check(request);
        });
        for (var all = paymentIterator(); all.hasNext(); payments++) {
            var payment = all.next();
            paymentsCheck.check(payment);
            stored.check(payment);
        }
    }

    private void events(
            EventsCheck eventsCheck, PaymentsCheck paymentsCheck, StoredCheck stored) {
        var chain = new EventChainCheck(violations, base);
        for (var all = events(); all.hasNext(); events++) {
            var event = all.next();
            chain.check(event);
            eventsCheck.check(event);
            paymentsCheck.check(event);
            stored.check(event);
            shared.check(event);
        }
        chain.finish(records.eventHead());
    }

    private Iterator<Transfer> transfers(long after) {
        return new PageIterator<>(last -> records.transfers(
                last == null ? after : last.sequence(), RECORDS_PER_PAGE));
    }

    private Iterator<RecordedEvent> events() {
        return new PageIterator<>(
                last -> records.events(last == null ? 0 : last.sequence(), RECORDS_PER_PAGE));
    }

    private Iterator<Project> projects() {
        return new PageIterator<>(
                last -> records.projects(last == null ? null : ProjectCursor.of(last),
                        RECORDS_PER_PAGE));
    }

    private Iterator<GenerationRequest> requests() {
        return new PageIterator<>(
                last -> records.requests(last == null ? null : last.id(), RECORDS_PER_PAGE));
    }

    private Iterator<Payment> paymentIterator() {
        return new PageIterator<>(
                last -> records.payments(last == null ? null : last.id(), RECORDS_PER_PAGE));
    }
}
