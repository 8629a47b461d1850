package dev.makegood.cli;

import dev.makegood.project.Histories.Place;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import dev.makegood.server.Installation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code makegood projects …}: what became of orders, and deciding about the stuck ones. */
@Command(name = "projects", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "What became of orders; letting one fail, or trying again.")
final class ProjectsCommands {

    @Command(mixinStandardHelpOptions = true, description = "Projects, newest first.")
    int list(
            @Mixin House house,
            @Option(names = "--customer", paramLabel = "CUSTOMER",
                    description = "Only this one's, such as app/user-42.") @Nullable Who customer,
            @Option(names = "--status", split = ",", paramLabel = "STATUS",
                    description = "Only pending, processing, completed or failed ones; "
                            + "several are separated by commas.") @Nullable List<ProjectStatus> statuses,
            @Option(names = "--after", paramLabel = "PROJECT",
                    description = "Only what comes after this one in the list.") @Nullable ProjectId after,
            @Option(names = "--limit", defaultValue = "20", paramLabel = "N",
                    description = "How many, up to 100; ${DEFAULT-VALUE} unless said otherwise.") int limit) {
        var wanted = statuses == null || statuses.isEmpty() ? Set.<ProjectStatus>of()
                : EnumSet.copyOf(statuses);
        return house.answer(in -> listed(in, customer, wanted, after, Math.clamp(limit, 1, 100)));
    }

    private static Reply listed(
            Installation in, @Nullable Who customer,
            Set<ProjectStatus> statuses, @Nullable ProjectId after, int limit) {
        var place = after == null ? null
                : in.makegood().projects().find(after).map(Place::of).orElse(null);
        if (after != null && place == null) {
            return Reply.notFound("there is no project " + after);
        }
        return customer == null
                ? shown(in, in.storage().reports().projects(statuses, place, limit))
                : new Customers(in).with(customer, id -> shown(in,
                        in.storage().histories().page(id, statuses, place, limit)));
    }

    private static Reply shown(Installation in, List<Project> projects) {
        return ProjectShown.list(new Customers(in), projects);
    }

    @Command(mixinStandardHelpOptions = true, description = "Everything about one project.")
    int show(@Mixin House house, @Parameters(paramLabel = "PROJECT") ProjectId project) {
        return house.answer(in -> in.makegood()
                .projects()
                .find(project)
                .map(found -> ProjectShown.one(new Customers(in), found))
                .orElseGet(() -> Reply.notFound("there is no project " + project)));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Let an open project fail; its credits go back.")
    int fail(
            @Mixin House house, @Parameters(paramLabel = "PROJECT") ProjectId project,
            @Mixin Reason reason) {
        var cause = reason.cause(house.surroundings().environment());
        return house.answer(in -> Deciding.about(in, project).fail(cause));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Try again: the waiting task now, or a new attempt of a run that broke.")
    int retry(
            @Mixin House house, @Parameters(paramLabel = "PROJECT") ProjectId project,
            @Mixin Reason reason) {
        var cause = reason.cause(house.surroundings().environment());
        return house.answer(in -> Deciding.about(in, project).retry(cause));
    }
}
