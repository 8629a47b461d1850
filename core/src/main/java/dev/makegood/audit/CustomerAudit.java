package dev.makegood.audit;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Recorded;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.Transfer;
import dev.makegood.payment.Payment;
import dev.makegood.project.Histories.Place;
import dev.makegood.project.Project;
import java.util.Iterator;
import java.util.List;

/** The audit of one customer: each record is read once or twice, in pages, and none is kept. */
final class CustomerAudit {

    private static final int RECORDS_A_PAGE = 500;

    private final Archive.Records records;
    private final Findings findings;
    private long transfers;
    private long projects;
    private long payments;
    private long events;

    CustomerAudit(CustomerId customer, Archive.Records records) {
        this.records = records;
        this.findings = new Findings(customer);
        var holds = new HoldsCheck(findings);
        var sales = new PaymentsCheck(findings, records::isLeft);
        lines(holds, sales);
        projects(holds, sales);
    }

    List<Violation> findings() {
        return findings.all();
    }

    Tally tally() {
        return new Tally(1, transfers, projects, payments, events, findings.all().size());
    }

    private void lines(HoldsCheck holds, PaymentsCheck sales) {
        var chain = new ChainCheck(findings);
        var accounts = new AccountsCheck(findings);
        var grants = new GrantsCheck(findings);
        for (var lines = transfers(); lines.hasNext(); transfers++) {
            var line = lines.next();
            chain.see(line);
            accounts.see(line);
            grants.see(line);
            holds.see(line);
            sales.see(line);
        }
        chain.end(records.wallet());
        accounts.end(records.wallet());
        grants.end(records.grants(), records.wallet());
        holds.end(records.refunded(), records.wallet());
    }

    private void projects(HoldsCheck holds, PaymentsCheck sales) {
        var check = new ProjectsCheck(findings, holds);
        var told = new EventsCheck(findings, transfers());
        for (var all = projects(); all.hasNext(); projects++) {
            var project = all.next();
            check.see(project);
            told.see(project);
            sales.see(project);
        }
        payments(sales);
        for (var all = events(); all.hasNext(); events++) {
            var event = all.next();
            told.see(event);
            sales.see(event);
        }
        check.end(records.statistics());
        told.end();
        sales.end();
    }

    private void payments(PaymentsCheck sales) {
        requests().forEachRemaining(sales::see);
        for (var all = paid(); all.hasNext(); payments++) {
            sales.see(all.next());
        }
    }

    private Iterator<Transfer> transfers() {
        return new Paged<>(last -> records.transfers(last == null ? 0 : last.sequence(),
                RECORDS_A_PAGE));
    }

    private Iterator<Recorded> events() {
        return new Paged<>(
                last -> records.events(last == null ? 0 : last.sequence(), RECORDS_A_PAGE));
    }

    private Iterator<Project> projects() {
        return new Paged<>(
                last -> records.projects(last == null ? null : Place.of(last), RECORDS_A_PAGE));
    }

    private Iterator<GenerationRequest> requests() {
        return new Paged<>(
                last -> records.requests(last == null ? null : last.id(), RECORDS_A_PAGE));
    }

    private Iterator<Payment> paid() {
        return new Paged<>(
                last -> records.payments(last == null ? null : last.id(), RECORDS_A_PAGE));
    }
}
