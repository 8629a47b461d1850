package dev.makegood.cli.projects;

import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.command.ReasonOption;
import dev.makegood.cli.output.ProjectOutput;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory.ProjectCursor;
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

/** {@code makegood projects …}: lists, shows, fails and retries projects. */
@Command(name = "projects", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Projects: list them, show one, let it fail, or retry it.")
public final class ProjectsCommands {

    @Command(mixinStandardHelpOptions = true, description = "Projects, newest first.")
    int list(
            @Mixin CommandContext context,
            @Option(names = "--customer", paramLabel = "CUSTOMER",
                    description = "Only this one's, such as app/user-42.") @Nullable CustomerArgument customer,
            @Option(names = "--status", split = ",", paramLabel = "STATUS",
                    description = "Only pending, processing, completed or failed ones; "
                            + "several are separated by commas.") @Nullable List<ProjectStatus> statuses,
            @Option(names = "--after", paramLabel = "PROJECT",
                    description = "Only what comes after this one in the list.") @Nullable ProjectId after,
            @Option(names = "--limit", defaultValue = "20", paramLabel = "N",
                    description = "How many, up to 100; ${DEFAULT-VALUE} unless said otherwise.") int limit) {
        var statusSet = statuses == null || statuses.isEmpty() ? Set.<ProjectStatus>of()
                : EnumSet.copyOf(statuses);
        return context.withInstallation(installation -> page(installation, customer, statusSet,
                after, Math.clamp(limit, 1, 100)));
    }

    private static CommandResult page(
            Installation installation, @Nullable CustomerArgument customer,
            Set<ProjectStatus> statuses, @Nullable ProjectId after, int limit) {
        var projectCursor = after == null ? null
                : installation.makegood()
                        .projects()
                        .find(after)
                        .map(ProjectCursor::of)
                        .orElse(null);
        if (after != null && projectCursor == null) {
            return CommandResult.notFound("there is no project " + after);
        }
        return customer == null
                ? output(installation,
                        installation.storage().reports().projects(statuses, projectCursor, limit))
                : new CustomerLookup(installation).withCustomer(customer, id -> output(installation,
                        installation.storage()
                                .projectHistory()
                                .page(id, statuses, projectCursor, limit)));
    }

    private static CommandResult output(Installation installation, List<Project> projects) {
        return ProjectOutput.list(new CustomerLookup(installation), projects);
    }

    @Command(mixinStandardHelpOptions = true, description = "Everything about one project.")
    int show(@Mixin CommandContext context, @Parameters(paramLabel = "PROJECT") ProjectId project) {
        return context.withInstallation(installation -> installation.makegood()
                .projects()
                .find(project)
                .map(found -> ProjectOutput.details(new CustomerLookup(installation), found))
                .orElseGet(() -> CommandResult.notFound("there is no project " + project)));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Let an open project fail; its credits are released.")
    int fail(
            @Mixin CommandContext context, @Parameters(paramLabel = "PROJECT") ProjectId project,
            @Mixin ReasonOption reason) {
        var cause = reason.cause(context.environment().variables());
        return context.changeInstallation(
                installation -> ProjectDecision.of(installation, project).fail(cause));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "Retry: the waiting task now, or a new attempt after a run that broke.")
    int retry(
            @Mixin CommandContext context, @Parameters(paramLabel = "PROJECT") ProjectId project,
            @Mixin ReasonOption reason) {
        var cause = reason.cause(context.environment().variables());
        return context.changeInstallation(
                installation -> ProjectDecision.of(installation, project).retry(cause));
    }
}
