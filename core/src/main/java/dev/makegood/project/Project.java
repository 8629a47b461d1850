package dev.makegood.project;

import dev.makegood.ledger.Credits;
import java.time.Instant;
import java.util.UUID;

/**
 * One piece of generation work that costs something, in the state it is in.
 *
 * <p>{@link Completed} and {@link Failed} are final and offer no way on.
 */
public sealed interface Project {

    Brief brief();

    /** When the project came to be as it is. */
    Instant updatedAt();

    /** What is held while it is open, what was captured when it completed, what had been held when it failed. */
    Credits creditsUsed();

    /** What was released when it failed, or given back by an operator after it completed. */
    Credits creditsRefunded();

    default ProjectId id() {
        return brief().id();
    }

    default ProjectStatus status() {
        return switch (this) {
            case AwaitingPayment p -> ProjectStatus.PENDING;
            case Pending p -> ProjectStatus.PENDING;
            case Sent p -> ProjectStatus.PENDING;
            case Processing p -> ProjectStatus.PROCESSING;
            case Completed p -> ProjectStatus.COMPLETED;
            case Failed p -> ProjectStatus.FAILED;
        };
    }

    /** Not final: may still complete or fail. */
    sealed interface Open extends Project {

        @Override
        default Credits creditsUsed() {
            return brief().funding().held();
        }

        @Override
        default Credits creditsRefunded() {
            return Credits.NONE;
        }

        default Failed fail(Failure why, Instant at) {
            return new Failed(brief(), why, at);
        }
    }

    /** Funded, so that its pipeline may have a run for it. */
    sealed interface Funded extends Open {

        int attempt();

        /** Completes with what the run reported, charged at most what was held. */
        default Completed complete(RunReport.Succeeded report) {
            var held = brief().funding().held();
            var cost = report.actualCredits() == null ? held : new Credits(report.actualCredits());
            return new Completed(brief(), report.result(), held.min(cost), Credits.NONE,
                    report.at());
        }
    }

    /** Costs money nobody has paid yet. */
    record AwaitingPayment(Brief brief) implements Open {

        public Pending fund(UUID payment, Instant at) {
            return new Pending(brief.paidBy(payment), 1, at);
        }

        @Override
        public Instant updatedAt() {
            return brief.createdAt();
        }
    }

    /** Funded and not yet sent to its pipeline. */
    record Pending(Brief brief, int attempt, Instant updatedAt) implements Funded {

        public Sent send(Instant at) {
            return new Sent(brief, attempt, at);
        }
    }

    /** Sent to its pipeline, which has not answered yet: a run may exist. */
    record Sent(Brief brief, int attempt, Instant sentAt) implements Funded {

        public Processing start(RunId run, Instant at) {
            return new Processing(brief, attempt, run, at);
        }

        /** Nothing of it arrived: the same attempt may be sent anew. */
        public Pending takeBack(Instant at) {
            return new Pending(brief, attempt, at);
        }

        @Override
        public Instant updatedAt() {
            return sentAt;
        }
    }

    /** Its pipeline works on it. */
    record Processing(Brief brief, int attempt, RunId run, Instant startedAt) implements Funded {

        /** Begins the next attempt, on the same hold. */
        public Pending retry(Instant at) {
            return new Pending(brief, attempt + 1, at);
        }

        public Run asRun() {
            return new Run(brief.id(), attempt, run, startedAt);
        }

        @Override
        public Instant updatedAt() {
            return startedAt;
        }
    }

    /** Done; what it cost was captured. */
    record Completed(Brief brief, String result, Credits creditsUsed, Credits creditsRefunded,
            Instant updatedAt) implements Project {

        /** The same project with more of its cost given back; completed it stays. */
        Completed refunded(Credits more) {
            return new Completed(brief, result, creditsUsed, creditsRefunded.plus(more), updatedAt);
        }
    }

    /** Over without a result; nothing of its hold was kept. */
    record Failed(Brief brief, Failure why, Instant updatedAt) implements Project {

        @Override
        public Credits creditsUsed() {
            return brief.funding().held();
        }

        @Override
        public Credits creditsRefunded() {
            return brief.funding().held();
        }
    }
}
