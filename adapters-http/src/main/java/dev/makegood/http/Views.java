package dev.makegood.http;

import dev.makegood.event.Recorded;
import dev.makegood.ledger.Account;
import dev.makegood.ledger.Balance;
import dev.makegood.ledger.Statements.Line;
import dev.makegood.ledger.Transfer;
import dev.makegood.project.Project;
import dev.makegood.project.Statistics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** What answers look like: the shapes of the page on the HTTP API, one record each. */
final class Views {

    private Views() {}

    /** What can be spent and what is set aside. */
    record Purse(long available, long held) {

        static Purse of(Balance balance) {
            return new Purse(balance.available().amount(), balance.held().amount());
        }
    }

    /** A project as its customer sees it. */
    record ProjectView(UUID projectId, String operation, String status, long creditsUsed,
            long creditsRefunded, @Nullable String errorMessage, @Nullable String result,
            Instant createdAt, Instant updatedAt) {

        static ProjectView of(Project project) {
            var brief = project.brief();
            return new ProjectView(brief.id().value(), brief.order().operation().path(),
                    project.status().label(), project.creditsUsed().amount(),
                    project.creditsRefunded().amount(), errorOf(project), resultOf(project),
                    brief.createdAt(), project.updatedAt());
        }
    }

    /** A project with everything that was ordered. */
    record ProjectDetails(UUID projectId, String operation, List<String> multipliers,
            String prompt, Map<String, String> inputs, RawValue metadata, String status,
            long creditsUsed, long creditsRefunded, @Nullable String failureReason,
            @Nullable String errorMessage, @Nullable String result, Instant createdAt,
            Instant updatedAt) {

        static ProjectDetails of(Project project) {
            var brief = project.brief();
            var order = brief.order();
            return new ProjectDetails(brief.id().value(), order.operation().path(),
                    order.operation().multipliers().names(), order.prompt(), order.inputs(),
                    new RawValue(order.metadata()), project.status().label(),
                    project.creditsUsed().amount(), project.creditsRefunded().amount(),
                    reasonOf(project), errorOf(project), resultOf(project), brief.createdAt(),
                    project.updatedAt());
        }
    }

    /** A project as an operator sees it: whose it is, and who works on it. */
    record OperatorsProject(UUID projectId, String customer, String operation, String pipeline,
            String status, long creditsUsed, long creditsRefunded,
            @Nullable String failureReason, @Nullable String errorMessage, Instant createdAt,
            Instant updatedAt) {

        static OperatorsProject of(Project project, String customer) {
            var brief = project.brief();
            return new OperatorsProject(brief.id().value(), customer,
                    brief.order().operation().path(), brief.pipeline(), project.status().label(),
                    project.creditsUsed().amount(), project.creditsRefunded().amount(),
                    reasonOf(project), errorOf(project), brief.createdAt(), project.updatedAt());
        }
    }

    /** How a project stands after somebody wanted its end, or another try. */
    record Settled(UUID projectId, String status, long creditsRefunded, boolean changed) {

        static Settled of(Project project, boolean changed) {
            return new Settled(project.id().value(), project.status().label(),
                    project.creditsRefunded().amount(), changed);
        }
    }

    /** A customer's projects in figures. */
    record Figures(long total, long pending, long processing, long completed, long failed,
            long creditsUsed, long creditsRefunded) {

        static Figures of(Statistics figures) {
            return new Figures(figures.total(), figures.pending(), figures.processing(),
                    figures.completed(), figures.failed(), figures.creditsUsed(),
                    figures.creditsRefunded());
        }
    }

    /** A balance with what is owed, and what expires when. */
    record BalanceView(long available, long held, long debt, List<Expiring> expiring) {

        record Expiring(long credits, Instant expiresAt) {}

        static BalanceView of(Balance balance) {
            return new BalanceView(balance.available().amount(), balance.held().amount(),
                    balance.debt().amount(),
                    balance.expiring()
                            .stream()
                            .map(e -> new Expiring(e.credits().amount(), e.expiresAt()))
                            .toList());
        }
    }

    /** The balance after a line. */
    record After(long available, long held, long debt) {}

    /** A line of the statement; {@code change} is what it did to what can be spent. */
    record LineView(UUID transactionId, long sequence, String kind, long credits, long change,
            String reason, @Nullable UUID projectId, @Nullable UUID paymentId, After balance,
            Instant createdAt) {

        static LineView of(Line line) {
            var transfer = line.transfer();
            var after = transfer.after();
            return new LineView(transfer.id().value(), transfer.sequence(),
                    transfer.kind().label(), transfer.amount().amount(), change(transfer),
                    transfer.reason(), subject(line, "project"), subject(line, "payment"),
                    new After(after.available().amount(), after.held().amount(),
                            after.debt().amount()),
                    transfer.at());
        }

        private static long change(Transfer transfer) {
            long credits = transfer.amount().amount();
            return transfer.kind().from() == Account.AVAILABLE ? -credits
                    : transfer.kind().to() == Account.AVAILABLE ? credits : 0;
        }

        private static @Nullable UUID subject(Line line, String kind) {
            var subject = line.subject();
            return subject != null && subject.kind().equals(kind) ? subject.id() : null;
        }
    }

    /** Something that happened. */
    record EventView(long sequence, Instant at, String type, Map<String, String> facts) {

        static EventView of(Recorded event) {
            return new EventView(event.sequence(), event.at(), event.type(), event.facts());
        }
    }

    static @Nullable String errorOf(Project project) {
        return project instanceof Project.Failed failed ? failed.why().message() : null;
    }

    private static @Nullable String reasonOf(Project project) {
        return project instanceof Project.Failed failed ? failed.why().reason().label() : null;
    }

    private static @Nullable String resultOf(Project project) {
        return project instanceof Project.Completed completed ? completed.result() : null;
    }
}
