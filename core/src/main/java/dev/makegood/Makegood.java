package dev.makegood;

import dev.makegood.access.ApiKeys;
import dev.makegood.access.ExpiredRequests;
import dev.makegood.access.IdempotencyKeys;
import dev.makegood.archive.BookClosing;
import dev.makegood.audit.Audit;
import dev.makegood.event.EventListener;
import dev.makegood.generation.Generations;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.LedgerRules;
import dev.makegood.ledger.LedgerSettings;
import dev.makegood.payment.PaymentTasks;
import dev.makegood.payment.Payments;
import dev.makegood.project.ProjectTasks;
import dev.makegood.project.Projects;
import dev.makegood.report.FinancialReports;
import dev.makegood.report.StatementExport;
import dev.makegood.task.TaskHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** An open installation of Makegood: assembles the desks and hands them out. */
public final class Makegood {

    private final Storage storage;
    private final InstantSource clock;
    private final LedgerSettings ledgerSettings;
    private final Credits signupGrant;
    private final List<EventListener> listeners;
    private final Ledger ledger;
    private final Projects projects;
    private final Payments payments;
    private final Generations generations;
    private final TaskRunner taskRunner;
    private final Duration eventsLease;

    Makegood(MakegoodBuilder builder) {
        this.storage = builder.storage;
        this.clock = builder.clock;
        this.ledgerSettings = builder.ledgerSettings;
        this.signupGrant = builder.signupGrant;
        this.listeners = List.copyOf(builder.listeners);
        this.ledger = new Ledger(storage, storage.statements(), clock, ledgerSettings);
        this.projects = new Projects(new Projects.Desk(storage, storage.projectDirectory(),
                storage.projectHistory(), builder.priceList, builder.pipelines, clock,
                ledgerSettings, builder.submitHeadStart));
        this.payments = new Payments(storage, storage.paymentDirectory(),
                builder.paymentSetup.gateways(), clock, ledgerSettings);
        this.generations = new Generations(storage, storage.generationDirectory(),
                builder.paymentSetup.hostnamePricing(storage.calculations(), clock), projects,
                payments, clock);
        this.taskRunner = new TaskRunner(storage.taskQueue(), taskHandlers(), clock,
                builder.leases.task());
        this.eventsLease = builder.leases.events();
    }

    /** Begins an installation on this storage. */
    public static MakegoodBuilder on(Storage storage) {
        return new MakegoodBuilder(storage);
    }

    public Ledger ledger() {
        return ledger;
    }

    public Projects projects() {
        return projects;
    }

    public Payments payments() {
        return payments;
    }

    public Generations generations() {
        return generations;
    }

    public Refunds refunds() {
        return new Refunds(projects, payments, ledger, storage.statements());
    }

    public Customers customers() {
        return new Customers(storage, storage.customerDirectory(), storage.statements(), clock,
                ledgerSettings, signupGrant);
    }

    /** Sums up what was granted and earned, what is owed, and the money. */
    public FinancialReports financialReports() {
        return new FinancialReports(storage.totals());
    }

    /** Reads whole statements, line by line. */
    public StatementExport statementExport() {
        return new StatementExport(storage.statements());
    }

    /** Grants credits to many customers from one list. */
    public GrantBatches grantBatches() {
        return new GrantBatches(customers(), ledger, storage.statements());
    }

    /** Finds what an operator has in hand. */
    public Search search() {
        return new Search(customers(), storage.customerDirectory(), projects,
                storage.paymentDirectory(),
                storage.statements());
    }

    public IdempotencyKeys idempotencyKeys() {
        return new IdempotencyKeys(storage, storage.idempotentRequestDirectory(), clock);
    }

    /** Removes, some customers at a time, the requests whose idempotency keys are not kept any more. */
    public ExpiredRequests expiredRequests() {
        return new ExpiredRequests(storage, storage.idempotentRequestDirectory(), clock);
    }

    /** The desk of API keys; it needs a cryptographically secure source of random numbers. */
    public ApiKeys apiKeys(RandomGenerator random) {
        return new ApiKeys(storage, storage.apiKeyDirectory(), clock, random);
    }

    /** Runs due tasks; a host calls it repeatedly, as the server does. */
    public TaskRunner taskRunner() {
        return taskRunner;
    }

    private Map<String, TaskHandler> taskHandlers() {
        return Map.of(
                ProjectTasks.SUBMIT, projects::submitToPipeline,
                ProjectTasks.POLL, projects::pollRun,
                ProjectTasks.REFUND_PAYMENT, generations::refundFailedWork,
                PaymentTasks.POLL, payments::pollPayment,
                PaymentTasks.REFUND, payments::requestRefunds,
                PaymentTasks.FULFILL, generations::startPaidWork,
                Generations.ABANDON_TASK, generations::abandonUnpaid,
                LedgerRules.EXPIRE_GRANT_TASK, ledger::expireDueGrants);
    }

    /** Recomputes every invariant from what is stored, and lists the violations. */
    public Audit audit() {
        return Audit.of(storage.archive());
    }

    /** Closes books at a moment, so that events before it can be archived. */
    public BookClosing bookClosing() {
        return new BookClosing(storage.archive(), storage, clock);
    }

    /** Delivers events to the listeners; a host calls it repeatedly, as the server does. */
    public EventRelay eventRelay() {
        return new EventRelay(storage.outbox(), listeners, clock, eventsLease);
    }
}
