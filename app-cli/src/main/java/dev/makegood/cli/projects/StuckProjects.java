package dev.makegood.cli.projects;

import dev.makegood.Owners;
import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.output.ProjectOutput;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.Table;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectTasks;
import dev.makegood.server.Installation;
import dev.makegood.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Open projects that are old enough to look at, and what each of them waits for. */
record StuckProjects(Installation installation, Map<UUID, String> actors) {

    static CommandResult list(Installation installation, Instant before, int limit) {
        var reports = installation.storage().reports();
        var projects = reports.openProjects(before, null, limit);
        return new StuckProjects(installation, reports.lastActors(Owners.ofProjects(projects)))
                .output(projects);
    }

    private CommandResult output(List<Project> projects) {
        var names = new CustomerLookup(installation);
        var json = CliJson.object();
        json.set("projects", CliJson.array(projects, project -> {
            var line = ProjectOutput.json(names, project)
                    .put("actor", actors.get(project.id().value()));
            task(project).ifPresent(task -> line.put("attempts", task.attempts())
                    .put("dueAt", task.dueAt().toString()));
            return line;
        }));
        var table =
                Table.of("project", "customer", "state", "created", "attempts", "next", "actor");
        projects.forEach(project -> table.addRow(project.id(),
                names.displayName(project.details().customer()),
                ProjectOutput.stateLabel(project), project.details().createdAt(),
                task(project).map(task -> Integer.toString(task.attempts())).orElse("-"),
                task(project).map(task -> task.dueAt().toString()).orElse("never"),
                actors.getOrDefault(project.id().value(), "-")));
        var lines = new ArrayList<>(table.lines());
        if (!projects.isEmpty()) {
            lines.add("look with makegood explain PROJECT; decide with makegood projects retry or "
                    + "fail");
        }
        return new CommandResult.CommandSuccess(json, lines);
    }

    /** What our side does about it next. */
    private Optional<Task> task(Project project) {
        var queue = installation.storage().taskQueue();
        var customer = project.details().customer();
        var id = project.id().value();
        return queue.find(customer, ProjectTasks.SUBMIT, id)
                .or(() -> queue.find(customer, ProjectTasks.POLL, id));
    }
}
