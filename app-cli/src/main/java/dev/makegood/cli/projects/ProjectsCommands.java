package dev.makegood.cli.projects;

import dev.makegood.Age;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.command.LimitOption;
import dev.makegood.cli.command.ListOptions;
import dev.makegood.cli.command.ReasonOption;
import dev.makegood.cli.output.ProjectOutput;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
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
        description = "Projects: list them or what is stuck, show one, let it fail, or retry it.")
public final class ProjectsCommands {

    @Command(mixinStandardHelpOptions = true, description = "Projects, newest first.")
    int list(
            @Mixin CommandContext context, @Mixin ListOptions options,
            @Option(names = "--status", split = ",", paramLabel = "STATUS",
                    description = "Only pending, processing, completed or failed ones; "
                            + "several are separated by commas.") @Nullable List<ProjectStatus> statuses,
            @Option(names = "--after", paramLabel = "PROJECT",
                    description = "Only what comes after this one in the list.") @Nullable ProjectId after) {
        var statusSet = statuses == null || statuses.isEmpty() ? Set.<ProjectStatus>of()
                : EnumSet.copyOf(statuses);
        return context.withInstallation(installation -> new ProjectListing(installation, options)
                .list(statusSet, after));
    }

    @Command(mixinStandardHelpOptions = true,
            description = "What has not ended although it should have, the oldest first.")
    int stuck(
            @Mixin CommandContext context,
            @Option(names = "--older-than", paramLabel = "AGE", defaultValue = "1h",
                    description = "Only what is at least as old: 90m, 24h, 7d; "
                            + "${DEFAULT-VALUE} unless said otherwise.") Age age,
            @Mixin LimitOption limit) {
        return context.withInstallation(installation -> StuckProjects.list(installation,
                age.before(installation.clock().instant()), limit.limit()));
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
