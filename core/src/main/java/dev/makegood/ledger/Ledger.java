package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting.NoSuchHold;
import dev.makegood.store.Store;
import dev.makegood.task.Task;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** The desk where credits are granted, adjusted, held, spent and given back, and where balances are asked for. */
public final class Ledger {

    private final Store<? extends LedgerUnit> store;
    private final Statements statements;
    private final InstantSource clock;
    private final Terms terms;

    public Ledger(
            Store<? extends LedgerUnit> store, Statements statements, InstantSource clock,
            Terms terms) {
        this.store = store;
        this.statements = statements;
        this.clock = clock;
        this.terms = terms;
    }

    /** What a customer can spend now. */
    public Credits available(CustomerId customer) {
        return balance(customer).available();
    }

    public Balance balance(CustomerId customer) {
        return Balance.of(statements.wallet(customer), statements.openGrants(customer),
                clock.instant());
    }

    /** Gives credits for no particular reason but their source. */
    public Posting.OfGrant grant(TransferId id, CustomerId customer, Grant grant) {
        return grant(id, customer, grant, Cause.rule(grant.source().label()));
    }

    public Posting.OfGrant grant(TransferId id, CustomerId customer, Grant grant, Cause cause) {
        return write(customer,
                book -> book.grant(id, grant, About.transfer(Kind.GRANT, id), cause));
    }

    /** Takes credits away to put something right; more than is available is refused. */
    public Posting.OfLowering lower(
            TransferId id, CustomerId customer, Credits credits, Cause cause) {
        return write(customer,
                book -> book.lower(id, credits, About.transfer(Kind.LOWER, id), cause));
    }

    /** Sets credits aside for something of the host's own; a project's are held by submitting it. */
    public Posting.OfHold hold(TransferId id, CustomerId customer, Credits credits, About about) {
        return write(customer, book -> {
            checkOwn(about);
            return book.hold(id, credits, about, Cause.rule("held"));
        });
    }

    public Posting.OfSettlement capture(
            TransferId id, CustomerId customer, TransferId hold, Credits credits) {
        return settle(customer, hold,
                book -> book.capture(id, hold, credits, Cause.rule("captured")));
    }

    public Posting.OfSettlement release(TransferId id, CustomerId customer, TransferId hold) {
        return settle(customer, hold, book -> book.release(id, hold, Cause.rule("released")));
    }

    /** Gives captured credits back; a project's are given back at the desk of projects. */
    public Posting.OfRefund refund(
            TransferId id, CustomerId customer, TransferId capture, Credits credits,
            Cause cause) {
        return store.write(customer, unit -> {
            unit.ledger().transfer(capture).ifPresent(captured -> checkOwn(captured.about()));
            return book(unit).refund(id, capture, credits, cause);
        });
    }

    /** Takes back as much of a purchase as its money went back; see {@link Book#reverse}. */
    public Posting.OfReversal reverse(
            TransferId id, CustomerId customer, TransferId purchase, long reversed,
            long paid, Cause cause) {
        return write(customer, book -> book.reverse(id, purchase, reversed, paid, cause));
    }

    /** Carries out a {@link Book#EXPIRY_TASK}. */
    public void bookExpiry(Task task) {
        store.change(task.customer(), unit -> {
            unit.tasks().done(task.kind(), task.about());
            book(unit).bookExpiries();
        });
    }

    private Posting.OfSettlement settle(
            CustomerId customer, TransferId hold,
            Function<Book, Posting.OfSettlement> how) {
        return store.write(customer, unit -> {
            var held = unit.ledger().transfer(hold);
            if (held.isEmpty()) {
                return new NoSuchHold(hold);
            }
            checkOwn(held.get().about());
            return how.apply(book(unit));
        });
    }

    private <A> A write(CustomerId customer, Function<Book, A> what) {
        return store.write(customer, unit -> what.apply(book(unit)));
    }

    private Book book(LedgerUnit unit) {
        return Book.of(unit, clock.instant().truncatedTo(ChronoUnit.MICROS), terms);
    }

    /** A project's credits move with its status, so nobody else may move them. */
    private static void checkOwn(About about) {
        if (about.kind().equals("project")) {
            throw new IllegalArgumentException("these credits move with their project: " + about);
        }
    }
}
