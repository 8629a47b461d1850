package dev.makegood.persistence;

import dev.makegood.ledger.Credits;
import dev.makegood.persistence.schema.tables.records.ProjectRecord;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Project;
import dev.makegood.project.RunId;
import dev.makegood.store.Microseconds;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the state of a project meets the columns of {@code project}.
 *
 * <p>Every row begins empty and is written whole, so that no column of a former state stays behind.
 */
final class ProjectRow {

    private static final String AWAITING_PAYMENT = "awaiting_payment";
    private static final String PENDING = "pending";
    private static final String SENT = "sent";
    private static final String PROCESSING = "processing";
    private static final String COMPLETED = "completed";
    private static final String FAILED = "failed";

    private ProjectRow() {}

    static ProjectRecord of(Project project, long version) {
        var row = new ProjectRecord();
        row.setVersion(version);
        row.setStatus(project.status().label());
        ProjectDetailsRow.put(row, project.details());
        row.setCreditsUsed(project.creditsUsed().amount());
        row.setCreditsRefunded(project.creditsRefunded().amount());
        row.setUpdatedAt(Microseconds.floor(project.updatedAt()));
        put(row, project);
        row.touched(true);
        return row;
    }

    private static void put(ProjectRecord row, Project project) {
        switch (project) {
            case Project.AwaitingPayment p -> row.setState(AWAITING_PAYMENT);
            case Project.Pending p -> {
                row.setState(PENDING);
                row.setAttempt(p.attempt());
                row.setFirstSentAt(
                        p.firstSentAt() == null ? null : Microseconds.floor(p.firstSentAt()));
            }
            case Project.Sent p -> {
                row.setState(SENT);
                row.setAttempt(p.attempt());
                row.setFirstSentAt(Microseconds.floor(p.firstSentAt()));
                row.setSentAt(Microseconds.floor(p.sentAt()));
            }
            case Project.Processing p -> {
                row.setState(PROCESSING);
                row.setAttempt(p.attempt());
                row.setRunId(p.run().value());
                row.setStartedAt(Microseconds.floor(p.startedAt()));
            }
            case Project.Completed p -> {
                row.setState(COMPLETED);
                row.setResult(p.result());
                row.setRunId(p.run() == null ? null : p.run().value());
            }
            case Project.Failed p -> {
                row.setState(FAILED);
                row.setFailureReason(p.failure().reason().label());
                row.setErrorMessage(p.failure().message());
                row.setRunId(p.run() == null ? null : p.run().value());
            }
        }
    }

    static Project read(ProjectRecord row) {
        var details = ProjectDetailsRow.read(row);
        return switch (row.getState()) {
            case AWAITING_PAYMENT -> new Project.AwaitingPayment(details);
            case PENDING -> new Project.Pending(details, row.getAttempt(), row.getFirstSentAt(),
                    row.getUpdatedAt());
            case SENT -> new Project.Sent(details, row.getAttempt(), row.getFirstSentAt(),
                    row.getSentAt());
            case PROCESSING -> new Project.Processing(details, row.getAttempt(),
                    new RunId(row.getRunId()), row.getStartedAt());
            case COMPLETED -> new Project.Completed(details, row.getResult(),
                    new Credits(row.getCreditsUsed()), new Credits(row.getCreditsRefunded()),
                    run(row), row.getUpdatedAt());
            case FAILED -> new Project.Failed(details,
                    new Failure(reason(row.getFailureReason()), row.getErrorMessage()),
                    run(row), row.getUpdatedAt());
            default -> throw new UnknownLabel("state of a project", row.getState());
        };
    }

    private static @Nullable RunId run(ProjectRecord row) {
        return row.getRunId() == null ? null : new RunId(row.getRunId());
    }

    private static FailureReason reason(String label) {
        return Stream.of(FailureReason.values())
                .filter(reason -> reason.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new UnknownLabel("reason of a failure", label));
    }
}
