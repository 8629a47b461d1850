package dev.makegood.persistence;

import dev.makegood.PaymentHistory;
import dev.makegood.Reports;
import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.access.ApiKeyDirectory;
import dev.makegood.access.IdempotentRequestDirectory;
import dev.makegood.audit.Archive;
import dev.makegood.customer.CustomerDirectory;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventListener;
import dev.makegood.event.Outbox;
import dev.makegood.generation.GenerationDirectory;
import dev.makegood.ledger.Statements;
import dev.makegood.payment.PaymentDirectory;
import dev.makegood.pricing.Calculations;
import dev.makegood.pricing.CreditPacks;
import dev.makegood.project.ProjectDirectory;
import dev.makegood.project.ProjectHistory;
import dev.makegood.report.Totals;
import dev.makegood.store.StorageProbe;
import dev.makegood.task.TaskQueue;
import dev.makegood.unit.Foreseen;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * Keeps everything in PostgreSQL, in the schema that {@link dev.makegood.persistence.migration.Migrations} made.
 *
 * <p>With a data source it owns its transactions; with a connection it joins the one of a host.
 */
public final class JooqStore implements Storage {

    private static final RetryPolicy DEFAULT_RETRIES = new RetryPolicy(10, Duration.ofSeconds(10),
            () -> ThreadLocalRandom.current().nextLong());

    private final Transactions transactions;
    private final CommitListeners commitListeners;
    private final Outbox outbox;
    private final StorageProbe probe;

    JooqStore(Transactions transactions, CommitListeners commitListeners) {
        this(transactions, new JooqProbe(transactions, transactions), commitListeners);
    }

    private JooqStore(
            Transactions transactions, StorageProbe probe, CommitListeners commitListeners) {
        this.transactions = transactions;
        this.probe = probe;
        this.commitListeners = commitListeners;
        this.outbox = new JooqOutbox(transactions);
    }

    /**
     * A storage with transactions of its own. Units of two customers at once need two connections, those of one
     * customer never more than one; a unit that the database asks to retry is retried a few times.
     */
    public static JooqStore on(DataSource source) {
        return on(StoreConnections.shared(source));
    }

    /** The same, with connections of their own for each kind of use. */
    public static JooqStore on(StoreConnections connections) {
        return on(connections, JooqConfiguration.standard(), DEFAULT_RETRIES);
    }

    static JooqStore on(DataSource source, JooqConfiguration jooqConfiguration) {
        return on(source, jooqConfiguration, DEFAULT_RETRIES);
    }

    static JooqStore on(
            DataSource source, JooqConfiguration jooqConfiguration, RetryPolicy retryPolicy) {
        return on(StoreConnections.shared(source), jooqConfiguration, retryPolicy);
    }

    private static JooqStore on(
            StoreConnections connections, JooqConfiguration jooqConfiguration,
            RetryPolicy retryPolicy) {
        var transactions = new OwnTransactions(
                new Connections(connections.units(), connections.unitsSize()),
                new Connections(connections.reads(), connections.readsSize()),
                CustomerQueue.standard(), LockWaits.atMost(connections.lockWaitsMax()),
                jooqConfiguration, retryPolicy, new SessionTimeouts());
        return new JooqStore(transactions,
                new JooqProbe(transactions, transactions
                        .readingFrom(new Connections(connections.probe(), 1))),
                CommitListeners.NONE);
    }

    /**
     * A storage inside the transaction that is open on this connection: what it writes is durable when
     * the host commits, and gone when the host rolls back. It never commits, retries no failure, keeps the
     * host's role, and what it answers beside units is what the host's transaction sees.
     *
     * <p>A unit refuses a connection with autocommit on, and any isolation but read committed.
     */
    public static JooqStore joining(Connection connection) {
        return new JooqStore(new JoinedTransaction(connection, JooqConfiguration.standard()),
                CommitListeners.NONE);
    }

    /**
     * The same storage, with one more listener to a unit's events, called right after the unit committed here:
     * at most once, for log lines. What must not be missed reads the {@link #outbox()}.
     *
     * @throws IllegalStateException if it joined a host's transaction, whose end it never sees
     */
    public JooqStore withCommitListener(EventListener listener) {
        if (transactions.isJoined()) {
            throw new IllegalStateException(
                    "a joined storage does not see its host commit; read the outbox instead");
        }
        return new JooqStore(transactions, probe, commitListeners.and(listener));
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        return writeUnit(customer, inside -> work.on(inside.unit()));
    }

    @Override
    public <R> R write(
            CustomerId customer, Collection<?> named, Work<? super Unit, R> work) {
        return writeUnit(customer, Foreseen.of(named), inside -> work.on(inside.unit()));
    }

    /** For what only the adapter itself knows how to write. */
    <R> R writeUnit(CustomerId customer, Work<JooqUnit, R> work) {
        return writeUnit(customer, Foreseen.NOTHING, work);
    }

    private <R> R writeUnit(
            CustomerId customer, Foreseen foreseen, Work<JooqUnit, R> work) {
        var unitResult = transactions.runUnit(customer,
                (dsl, mode) -> JooqUnit.run(dsl, customer, mode, foreseen, work));
        unitResult.events().forEach(commitListeners::publish);
        return unitResult.answer();
    }

    Transactions transactions() {
        return transactions;
    }

    @Override
    public CustomerDirectory customerDirectory() {
        return new JooqCustomerDirectory(transactions);
    }

    @Override
    public ProjectDirectory projectDirectory() {
        return new JooqProjectDirectory(transactions);
    }

    @Override
    public PaymentDirectory paymentDirectory() {
        return new JooqPaymentDirectory(transactions);
    }

    @Override
    public GenerationDirectory generationDirectory() {
        return new JooqGenerationDirectory(transactions);
    }

    @Override
    public Calculations calculations() {
        return new JooqCalculations(transactions);
    }

    @Override
    public CreditPacks creditPacks() {
        return new JooqCreditPacks(transactions);
    }

    @Override
    public IdempotentRequestDirectory idempotentRequestDirectory() {
        return new JooqRequestDirectory(transactions);
    }

    @Override
    public ApiKeyDirectory apiKeyDirectory() {
        return new JooqApiKeyDirectory(transactions);
    }

    @Override
    public Statements statements() {
        return new JooqStatements(transactions);
    }

    @Override
    public ProjectHistory projectHistory() {
        return new JooqProjectHistory(transactions);
    }

    @Override
    public PaymentHistory paymentHistory() {
        return new JooqPaymentHistory(transactions);
    }

    @Override
    public TaskQueue taskQueue() {
        return new JooqTaskQueue(transactions);
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Reports reports() {
        return new JooqReports(transactions);
    }

    @Override
    public StorageProbe probe() {
        return probe;
    }

    @Override
    public Totals totals() {
        return new JooqTotals(transactions);
    }

    @Override
    public Archive archive() {
        return new JooqArchive(transactions);
    }
}
