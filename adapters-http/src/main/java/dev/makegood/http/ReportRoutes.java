package dev.makegood.http;

import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.Views.ProjectView;
import dev.makegood.project.Answer;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.project.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The status of a project: reported by its pipeline, read by its customer. */
final class ReportRoutes {

    private static final String PATH = "/api/story-editor/project/status";

    private final Projects projects;
    private final OwnProjects owned;
    private final Repeating repeating;
    private final InstantSource clock;

    ReportRoutes(
            Projects projects, OwnProjects owned, Repeating repeating, InstantSource clock) {
        this.projects = projects;
        this.owned = owned;
        this.repeating = repeating;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                Route.post(PATH, this::report, Role.PIPELINE).thatMovesCredits(),
                Route.get(PATH, this::read, Role.APP, Role.OPERATOR).ofACustomer());
    }

    private record Reported(boolean success, UUID projectId, String status, long creditsRefunded,
            boolean changed) {

        static Reported of(Project project, boolean changed) {
            return new Reported(true, project.id().value(), project.status().label(),
                    project.creditsRefunded().amount(), changed);
        }
    }

    private Reply report(Call call) {
        var wish = ReportWish.of(call.fields());
        var project = owned.byAnyId(wish.projectId())
                .orElseThrow(() -> new Refused(Problems.notFound("project")));
        return repeating.once(call, CustomerId.HOUSE, id -> heard(project, wish));
    }

    private Reply heard(ProjectId project, ReportWish wish) {
        return switch (projects.report(project, wish.at(now(), foundBy(project, wish)))) {
            case Answer.Changed c -> Reply.ok(Reported.of(c.project(), true));
            case Answer.Unchanged u -> Reply.ok(Reported.of(u.project(), false));
            case Answer.Contradicted c -> Problems.contradicted(c.project(), c.why()).reply();
            case Answer.NoSuchProject n -> Problems.notFound("project").reply();
        };
    }

    /** The run a report is about if the project was found by it. */
    private static @Nullable RunId foundBy(ProjectId project, ReportWish wish) {
        return wish.projectId().equalsIgnoreCase(project.toString()) ? null
                : OwnProjects.run(wish.projectId()).orElse(null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Reply read(Call call) {
        var id = call.query("projectId").required("projectId");
        if (OwnProjects.run(id).isEmpty()) {
            throw new Refused(Problems.invalid("projectId", "is not the id of anything"));
        }
        return Reply.ok(ProjectView.of(owned.of(call, id)));
    }
}
