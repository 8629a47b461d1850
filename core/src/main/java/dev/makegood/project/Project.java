package dev.makegood.project;

import dev.makegood.ledger.Credits;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of generation work that costs something, in the state it is in.
 *
 * <p>{@link Completed} and {@link Failed} are final and offer no way on.
 */
public sealed interface Project {

    ProjectDetails details();

    /** When the project entered its state. */
    Instant updatedAt();

    /**
     * What is held while it is open, what was captured when it completed, what had been held when
     * it failed.
     */
    Credits creditsUsed();

    /** What was released when it failed, or refunded by an operator after it completed. */
    Credits creditsRefunded();

    default ProjectId id() {
        return details().id();
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
            return details().funding().held();
        }

        @Override
        default Credits creditsRefunded() {
            return Credits.NONE;
        }

        default Failed fail(Failure why, Instant at) {
            return new Failed(details(), why, null, at);
        }
    }

    /** Funded, so that its pipeline may have a run for it. */
    sealed interface Funded extends Open {

        int attempt();

        /** Completes with what the run reported, charged at most what was held. */
        default Completed complete(RunReport.RunSucceeded report) {
            var held = details().funding().held();
            var cost = report.actualCredits() == null ? held : new Credits(report.actualCredits());
            return new Completed(details(), report.result(), held.min(cost), Credits.NONE,
                    report.run(), report.at());
        }

        /** Fails as its run reported. */
        default Failed fail(RunReport.RunFailed report) {
            return new Failed(details(), report.failure(), report.run(), report.at());
        }
    }

    /** Costs money that has not been paid yet. */
    record AwaitingPayment(ProjectDetails details) implements Open {

        public Pending fund(UUID payment, Instant at) {
            return new Pending(details.withPayment(payment), 1, at);
        }

        @Override
        public Instant updatedAt() {
            return details.createdAt();
        }
    }

    /**
     * Funded, and not with its pipeline.
     *
     * @param firstSentAt when this attempt was sent for the first time, if it was and certainly
     *        never arrived
     */
    record Pending(ProjectDetails details, int attempt, @Nullable Instant firstSentAt,
            Instant updatedAt) implements Funded {

        /** An attempt that was never sent. */
        public Pending(ProjectDetails details, int attempt, Instant updatedAt) {
            this(details, attempt, null, updatedAt);
        }

        /** At the time of its first sending at least: the clocks of servers differ. */
        public Sent send(Instant at) {
            var first = firstSentAt == null ? at : firstSentAt;
            return new Sent(details, attempt, first, at.isBefore(first) ? first : at);
        }

        /** What was never sent has no run: whatever is reported is of an attempt before. */
        boolean isUnsentRetry() {
            return attempt > 1 && firstSentAt == null;
        }
    }

    /**
     * Sent to its pipeline, which has not answered yet: a run may exist.
     *
     * @param firstSentAt when this attempt was sent for the first time
     * @param sentAt when it was last sent, all earlier times certainly in vain
     */
    record Sent(ProjectDetails details, int attempt, Instant firstSentAt, Instant sentAt)
            implements Funded {

        public Processing start(RunId run, Instant at) {
            return new Processing(details, attempt, run, at);
        }

        /** The sending certainly did not arrive: the same attempt may be sent anew. */
        public Pending requeue(Instant at) {
            return new Pending(details, attempt, firstSentAt, at);
        }

        @Override
        public Instant updatedAt() {
            return sentAt;
        }
    }

    /** Its pipeline works on it. */
    record Processing(ProjectDetails details, int attempt, RunId run, Instant startedAt)
            implements Funded {

        /** Begins the next attempt, on the same hold. */
        public Pending retry(Instant at) {
            return new Pending(details, attempt + 1, at);
        }

        @Override
        public Completed complete(RunReport.RunSucceeded report) {
            var end = Funded.super.complete(report);
            return new Completed(details, end.result(), end.creditsUsed(), end.creditsRefunded(),
                    run, end.updatedAt());
        }

        @Override
        public Failed fail(RunReport.RunFailed report) {
            return fail(report.failure(), report.at());
        }

        @Override
        public Failed fail(Failure why, Instant at) {
            return new Failed(details, why, run, at);
        }

        public Run asRun() {
            return new Run(details.id(), attempt, run, startedAt);
        }

        @Override
        public Instant updatedAt() {
            return startedAt;
        }
    }

    /**
     * Done; what it cost was captured.
     *
     * @param run the run that did it; null if none was named
     */
    record Completed(ProjectDetails details, String result, Credits creditsUsed,
            Credits creditsRefunded, @Nullable RunId run, Instant updatedAt) implements Project {

        /** By a run that was not named. */
        public Completed(
                ProjectDetails details, String result, Credits creditsUsed, Credits creditsRefunded,
                Instant updatedAt) {
            this(details, result, creditsUsed, creditsRefunded, null, updatedAt);
        }

        /** The same project with more of its cost refunded. */
        Completed withRefund(Credits more, Instant at) {
            return new Completed(details, result, creditsUsed, creditsRefunded.plus(more), run,
                    at);
        }
    }

    /**
     * Ended without a result; its hold was released entirely.
     *
     * @param run the run that was its last; null if there was none, or none was named
     */
    record Failed(ProjectDetails details, Failure failure, @Nullable RunId run, Instant updatedAt)
            implements Project {

        /** Without a run that was named. */
        public Failed(ProjectDetails details, Failure failure, Instant updatedAt) {
            this(details, failure, null, updatedAt);
        }

        @Override
        public Credits creditsUsed() {
            return details.funding().held();
        }

        @Override
        public Credits creditsRefunded() {
            return details.funding().held();
        }
    }
}
