package dev.makegood.simulation;

import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run of the flaky pipeline: how it will end is settled when it begins. */
final class FlakyRun {

    final ProjectId project;
    final int attempt;
    final RunId id;
    Instant endsAt;
    boolean succeeds;
    boolean reported;
    final @Nullable Long cost;

    FlakyRun(
            ProjectId project, int attempt, Instant endsAt, boolean succeeds, @Nullable Long cost) {
        this.project = project;
        this.attempt = attempt;
        this.id = new RunId(project + "-" + attempt);
        this.endsAt = endsAt;
        this.succeeds = succeeds;
        this.cost = cost;
    }

    boolean hasEnded(Instant now) {
        return !endsAt.isAfter(now);
    }

    /** Stops it before its time; it will say that it broke. */
    void stop(Instant now) {
        endsAt = now;
        succeeds = false;
        reported = true;
    }

    RunReport report() {
        return report(succeeds, id);
    }

    /** What it says, truly or not. */
    RunReport report(boolean success, @Nullable RunId run) {
        return success
                ? new RunReport.RunSucceeded(run, "https://made.example/" + id, cost, endsAt)
                : new RunReport.RunFailed(run,
                        new Failure(FailureReason.PIPELINE_ERROR, "it broke"), endsAt);
    }
}
