package dev.makegood.cli.output;

import dev.makegood.Owners;
import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.Table;
import dev.makegood.cli.terminal.TerminalText;
import dev.makegood.project.Funding;
import dev.makegood.project.Project;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Projects, for people and programs. */
public final class ProjectOutput {

    private ProjectOutput() {}

    public static CommandResult list(Installation installation, List<Project> projects) {
        var customerLookup = new CustomerLookup(installation);
        var actors = installation.storage().reports().lastActors(Owners.ofProjects(projects));
        var json = CliJson.object();
        json.set("projects", CliJson.array(projects,
                project -> json(customerLookup, project).put("actor",
                        actors.get(project.id().value()))));
        var table = Table.of("project", "customer", "status", "operation", "credits", "refunded",
                "created", "actor");
        projects.forEach(project -> table.addRow(project.id(),
                customerLookup.displayName(project.details().customer()), project.status().label(),
                project.details().order().operation().path(), project.creditsUsed(),
                project.creditsRefunded(), project.details().createdAt(),
                actors.getOrDefault(project.id().value(), "-")));
        return new CommandResult.CommandSuccess(json, table.lines());
    }

    public static CommandResult details(CustomerLookup customerLookup, Project project) {
        var json = json(customerLookup, project);
        var lines = new ArrayList<String>();
        json.properties()
                .forEach(field -> lines.add(
                        "%-16s %s".formatted(field.getKey(),
                                TerminalText.sanitize(text(field.getValue())))));
        return new CommandResult.CommandSuccess(json, lines);
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    public static ObjectNode json(CustomerLookup customerLookup, Project project) {
        var details = project.details();
        var operation = details.order().operation();
        var json = CliJson.object()
                .put("projectId", project.id().toString())
                .put("customer", customerLookup.displayName(details.customer()))
                .put("status", project.status().label())
                .put("state", stateLabel(project))
                .put("operation", operation.path());
        json.set("multipliers", CliJson.array(operation.multipliers().names(), CliJson::text));
        json.put("pipeline", details.pipeline())
                .put("creditsUsed", project.creditsUsed().amount())
                .put("creditsRefunded", project.creditsRefunded().amount())
                .put("createdAt", details.createdAt().toString())
                .put("updatedAt", project.updatedAt().toString());
        if (details.funding() instanceof Funding.ByMoney money) {
            json.put("paymentId", money.payment().toString());
        }
        return addStateFields(json, project);
    }

    private static ObjectNode addStateFields(ObjectNode json, Project project) {
        return switch (project) {
            case Project.AwaitingPayment p -> json;
            case Project.Pending p -> json.put("attempt", p.attempt());
            case Project.Sent p -> json.put("attempt", p.attempt());
            case Project.Processing p ->
                    json.put("attempt", p.attempt()).put("run", p.run().value());
            case Project.Completed p -> json.put("result", p.result());
            case Project.Failed p -> json.put("failureReason", p.failure().reason().label())
                    .put("errorMessage", p.failure().message());
        };
    }

    /** The model's own word; the status is the public one. */
    public static String stateLabel(Project project) {
        return switch (project) {
            case Project.AwaitingPayment p -> "awaiting_payment";
            case Project.Pending p -> "pending";
            case Project.Sent p -> "sent";
            case Project.Processing p -> "processing";
            case Project.Completed p -> "completed";
            case Project.Failed p -> "failed";
        };
    }
}
