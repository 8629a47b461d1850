package dev.makegood;

import dev.makegood.access.Keyring;
import dev.makegood.access.Repeats;
import dev.makegood.audit.Audit;
import dev.makegood.generation.Generations;
import dev.makegood.ledger.Book;
import dev.makegood.ledger.Ledger;
import dev.makegood.payment.Payments;
import dev.makegood.project.Projects;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makegood, opened: assembles the desks and hands them out. */
public final class Makegood {

    private final Opening as;
    private final Ledger ledger;
    private final Projects projects;
    private final Payments payments;
    private final Generations generations;

    Makegood(Opening as) {
        this.as = as;
        this.ledger = new Ledger(as.storage(), as.storage().statements(), as.clock(), as.terms());
        this.projects = new Projects(as.deskOfProjects());
        this.payments = as.payments();
        this.generations = as.generations(projects, payments);
    }

    /** Begins an installation on this storage. */
    public static Opening on(Storage storage) {
        return Opening.on(storage);
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
        return new Refunds(projects, payments, ledger, as.storage().statements());
    }

    public Customers customers() {
        return new Customers(as.storage(), as.storage().customerDirectory(), as.clock(), as.terms(),
                as.signup());
    }

    public Repeats repeats() {
        return new Repeats(as.storage(), as.clock());
    }

    /** The desk of API keys; it needs a source of chance nobody can foresee. */
    public Keyring keyring(RandomGenerator chance) {
        return new Keyring(as.storage(), as.storage().keyDirectory(), as.clock(), chance);
    }

    /** Runs what is due; a host calls it again and again, as the server does. */
    public TaskRunner tasks() {
        return new TaskRunner(as.storage().taskQueue(), Map.of(
                Projects.SUBMIT_TASK, projects::sendOut,
                Projects.LOOK_TASK, projects::lookAt,
                Projects.GIVE_BACK_TASK, generations::giveBack,
                Payments.LOOK_TASK, payments::lookAt,
                Payments.RETURN_TASK, payments::returnMoney,
                Payments.PAID_TASK, generations::workIsPaid,
                Generations.ABANDON_TASK, generations::abandon,
                Book.EXPIRY_TASK, ledger::bookExpiry), as.clock());
    }

    /** Proves that everything adds up, or says what does not. */
    public Audit audit() {
        return Audit.of(as.storage().archive());
    }

    /** Delivers events to the listeners; a host calls it again and again, as the server does. */
    public EventRelay relay() {
        return new EventRelay(as.storage().outbox(), as.listeners(), as.clock());
    }
}
