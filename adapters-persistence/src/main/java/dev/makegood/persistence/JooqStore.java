package dev.makegood.persistence;

import dev.makegood.PaymentHistory;
import dev.makegood.Reports;
import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.access.KeyDirectory;
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
import dev.makegood.project.Histories;
import dev.makegood.project.ProjectDirectory;
import dev.makegood.task.TaskQueue;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * Keeps everything in PostgreSQL, in the schema that {@link Migrations} made.
 *
 * <p>With a data source it owns its transactions; with a connection it joins the one of a host.
 */
public final class JooqStore implements Storage {

    private static final Repeating A_FEW_TIMES = new Repeating(10, Duration.ofSeconds(10),
            () -> ThreadLocalRandom.current().nextLong());

    private final Transactions transactions;
    private final Telling telling;
    private final Outbox outbox;

    JooqStore(Transactions transactions, Telling telling) {
        this.transactions = transactions;
        this.telling = telling;
        this.outbox = new JooqOutbox(transactions);
    }

    /**
     * A storage with transactions of its own. Two units at once need two connections; a unit that the
     * database asks to repeat is repeated a few times.
     */
    public static JooqStore on(DataSource source) {
        return on(source, Dialect.usual());
    }

    static JooqStore on(DataSource source, Dialect dialect) {
        return on(source, dialect, A_FEW_TIMES);
    }

    static JooqStore on(DataSource source, Dialect dialect, Repeating repeating) {
        return new JooqStore(new OwnTransactions(source, dialect, repeating, new Limits()),
                Telling.NOBODY);
    }

    /**
     * A storage inside the transaction that is open on this connection: what it writes is durable when
     * the host commits, and gone when the host rolls back. It never commits, never repeats, keeps the
     * host's role, and what it answers beside units is what the host's transaction sees.
     *
     * <p>A unit refuses a connection with autocommit on, and any isolation but read committed.
     */
    public static JooqStore joining(Connection connection) {
        return new JooqStore(new JoinedTransaction(connection, Dialect.usual()), Telling.NOBODY);
    }

    /**
     * The same storage, with one more who hears a unit's events right after it committed here: once at
     * most, for log lines. What must not be missed listens to the {@link #outbox()}.
     *
     * @throws IllegalStateException if it joined a host's transaction, whose end it never sees
     */
    public JooqStore telling(EventListener listener) {
        if (transactions.isJoined()) {
            throw new IllegalStateException("a joined storage does not see its host commit");
        }
        return new JooqStore(transactions, telling.and(listener));
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        return within(customer, work);
    }

    /** For what only the adapter itself knows how to write. */
    <R> R within(CustomerId customer, Work<? super JooqUnit, R> work) {
        var done = transactions.unit(dsl -> JooqUnit.run(dsl, customer, work));
        done.events().forEach(telling::tell);
        return done.answer();
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
    public KeyDirectory keyDirectory() {
        return new JooqKeyDirectory(transactions);
    }

    @Override
    public Statements statements() {
        return new JooqStatements(transactions);
    }

    @Override
    public Histories histories() {
        return new JooqHistories(transactions);
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
    public Archive archive() {
        return new JooqArchive(transactions);
    }
}
