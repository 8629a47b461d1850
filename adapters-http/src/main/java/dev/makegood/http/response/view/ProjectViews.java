package dev.makegood.http.response.view;

import dev.makegood.project.Project;
import dev.makegood.project.Statistics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** The JSON of responses about projects, one record each. */
public final class ProjectViews {

    private ProjectViews() {}

    /** A project as its customer sees it in lists. */
    public record ProjectView(
            UUID projectId, String operation, String status, long creditsUsed,
            long creditsRefunded, @Nullable String errorMessage, @Nullable String result,
            Instant createdAt, Instant updatedAt) {

        public static ProjectView of(Project project) {
            var details = project.details();
            return new ProjectView(details.id().value(), details.order().operation().path(),
                    project.status().label(), project.creditsUsed().amount(),
                    project.creditsRefunded().amount(), errorOf(project), resultOf(project),
                    details.createdAt(), project.updatedAt());
        }
    }

    /** A project with everything that was ordered. */
    public record ProjectDetailsView(UUID projectId, String operation, List<String> multipliers,
            String prompt, Map<String, String> inputs, RawValue metadata, String status,
            long creditsUsed, long creditsRefunded, @Nullable String failureReason,
            @Nullable String errorMessage, @Nullable String result, Instant createdAt,
            Instant updatedAt) {

        public static ProjectDetailsView of(Project project) {
            var details = project.details();
            var order = details.order();
            return new ProjectDetailsView(details.id().value(), order.operation().path(),
                    order.operation().multipliers().names(), order.prompt(), order.inputs(),
                    new RawValue(order.metadata()), project.status().label(),
                    project.creditsUsed().amount(), project.creditsRefunded().amount(),
                    failureReasonOf(project), errorOf(project), resultOf(project),
                    details.createdAt(), project.updatedAt());
        }
    }

    /** A project as an operator sees it: with its customer, its pipeline, and who last acted on it. */
    public record OperatorProjectView(
            UUID projectId, String customer, String operation, String pipeline, String status,
            long creditsUsed, long creditsRefunded, @Nullable String failureReason,
            @Nullable String errorMessage, @Nullable String actor, Instant createdAt,
            Instant updatedAt) {

        public static OperatorProjectView of(
                Project project, String customer, @Nullable String actor) {
            var details = project.details();
            return new OperatorProjectView(details.id().value(), customer,
                    details.order().operation().path(), details.pipeline(),
                    project.status().label(), project.creditsUsed().amount(),
                    project.creditsRefunded().amount(), failureReasonOf(project),
                    errorOf(project), actor, details.createdAt(), project.updatedAt());
        }
    }

    /** A project after a request to cancel, fail or retry it. */
    public record ProjectChangeView(
            UUID projectId, String status, long creditsRefunded, boolean changed) {

        public static ProjectChangeView of(Project project, boolean changed) {
            return new ProjectChangeView(project.id().value(), project.status().label(),
                    project.creditsRefunded().amount(), changed);
        }
    }

    /** The projects of a customer in numbers. */
    public record ProjectStatisticsView(
            long total, long pending, long processing, long completed, long failed,
            long creditsUsed, long creditsRefunded) {

        public static ProjectStatisticsView of(Statistics statistics) {
            return new ProjectStatisticsView(statistics.total(), statistics.pending(),
                    statistics.processing(), statistics.completed(), statistics.failed(),
                    statistics.creditsUsed(), statistics.creditsRefunded());
        }
    }

    static @Nullable String errorOf(Project project) {
        return project instanceof Project.Failed failed ? failed.failure().message() : null;
    }

    private static @Nullable String failureReasonOf(Project project) {
        return project instanceof Project.Failed failed ? failed.failure().reason().label() : null;
    }

    private static @Nullable String resultOf(Project project) {
        return project instanceof Project.Completed completed ? completed.result() : null;
    }
}
