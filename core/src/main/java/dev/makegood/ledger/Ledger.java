package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Posting.NoSuchHold;
import dev.makegood.store.Store;
import dev.makegood.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * The desk where credits are granted, adjusted, held, captured, released and refunded, and balances
 * are read.
 */
public final class Ledger {

    private static final Duration EXPIRY_TRIED_AGAIN_AFTER = Duration.ofMinutes(1);

    private final Store<? extends LedgerUnit> store;
    private final Statements statements;
    private final InstantSource clock;
    private final LedgerSettings ledgerSettings;

    public Ledger(
            Store<? extends LedgerUnit> store, Statements statements, InstantSource clock,
            LedgerSettings ledgerSettings) {
        this.store = store;
        this.statements = statements;
        this.clock = clock;
        this.ledgerSettings = ledgerSettings;
    }

    /** What a customer can spend now. */
    public Credits available(CustomerId customer) {
        return balance(customer).available();
    }

    public Balance balance(CustomerId customer) {
        return Balance.of(statements.wallet(customer), statements.openGrants(customer),
                clock.instant());
    }

    /** Grants credits; the reason recorded is their source. */
    public Posting.OfGrant grant(TransferId id, CustomerId customer, Grant grant) {
        return grant(id, customer, grant, Cause.rule(grant.source().label()));
    }

    public Posting.OfGrant grant(TransferId id, CustomerId customer, Grant grant, Cause cause) {
        return write(customer, List.of(id),
                rules -> rules.grant(id, grant, Subject.transfer(id), cause));
    }

    /** Takes credits away as a correction; more than is available is refused. */
    public Posting.OfAdjustment adjustDown(
            TransferId id, CustomerId customer, Credits credits, Cause cause) {
        return write(customer, List.of(id),
                rules -> rules.adjustDown(id, credits, Subject.transfer(id), cause));
    }

    /** Holds credits for a subject of the host's own; a project's are held when it is submitted. */
    public Posting.OfHold hold(
            TransferId id, CustomerId customer, Credits credits, Subject subject) {
        return write(customer, List.of(id), rules -> {
            checkNotOfAProject(subject);
            return rules.hold(id, credits, subject, Cause.rule("held"));
        });
    }

    public Posting.OfSettlement capture(
            TransferId id, CustomerId customer, TransferId hold, Credits credits) {
        return settle(customer, id, hold,
                rules -> rules.capture(id, hold, credits, Cause.rule("captured")));
    }

    public Posting.OfSettlement release(TransferId id, CustomerId customer, TransferId hold) {
        return settle(customer, id, hold,
                rules -> rules.release(id, hold, Cause.rule("released")));
    }

    /** Refunds captured credits; a project's are refunded at the desk of projects. */
    public Posting.OfRefund refund(
            TransferId id, CustomerId customer, TransferId capture, Credits credits, Cause cause) {
        return store.write(customer, List.of(id, capture), unit -> {
            unit.ledger()
                    .transfer(capture)
                    .ifPresent(captured -> checkNotOfAProject(captured.subject()));
            return rules(unit).refund(id, capture, credits, cause);
        });
    }

    /**
     * Claws back the share of a purchase whose money went back, or reinstates it; see
     * {@link LedgerRules#reverse}.
     */
    public Posting.OfReversal reverse(
            TransferId id, CustomerId customer, TransferId purchase, long reversed, long paid,
            Cause cause) {
        return write(customer, List.of(id, purchase),
                rules -> rules.reverse(id, purchase, reversed, paid, cause));
    }

    /**
     * Carries out a {@link LedgerRules#EXPIRE_GRANT_TASK}. Another server's clock may be ahead of
     * this one: then the grant is not due yet, and the task waits for it.
     */
    public void expireDueGrants(Task task) {
        store.change(task.customer(), unit -> {
            rules(unit).expireDueGrants();
            unit.ledger()
                    .grant(new TransferId(task.subjectId()))
                    .filter(grant -> !grant.remaining().isNone() && grant.expiresAt() != null)
                    .ifPresentOrElse(
                            grant -> unit.tasks().postpone(task, nextExpiry(unit, grant)),
                            () -> unit.tasks().remove(task.kind(), task.subjectId()));
        });
    }

    private Instant nextExpiry(LedgerUnit unit, GrantBalance grant) {
        var soonest =
                unit.events().notBeforeLast(clock.instant()).plus(EXPIRY_TRIED_AGAIN_AFTER);
        return grant.expiresAt() == null || grant.expiresAt().isBefore(soonest) ? soonest
                : grant.expiresAt();
    }

    private Posting.OfSettlement settle(
            CustomerId customer, TransferId id, TransferId hold,
            Function<LedgerRules, Posting.OfSettlement> command) {
        return store.write(customer, List.of(id, hold), unit -> {
            var held = unit.ledger().transfer(hold);
            if (held.isEmpty()) {
                return new NoSuchHold(hold);
            }
            checkNotOfAProject(held.get().subject());
            return command.apply(rules(unit));
        });
    }

    private <A> A write(
            CustomerId customer, List<TransferId> named, Function<LedgerRules, A> command) {
        return store.write(customer, named, unit -> command.apply(rules(unit)));
    }

    private LedgerRules rules(LedgerUnit unit) {
        return LedgerRules.of(unit, clock.instant(), ledgerSettings);
    }

    /** A project's credits move only with its status. */
    private static void checkNotOfAProject(Subject subject) {
        if (subject.kind().equals("project")) {
            throw new IllegalArgumentException(
                    "credits of a project move only with its status; use the desk of projects: "
                            + subject);
        }
    }
}
