package dev.makegood.cli;

import dev.makegood.project.Project;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Projects, for people and programs. */
final class ProjectShown {

    private ProjectShown() {}

    static Reply list(Customers customers, List<Project> projects) {
        var json = Json.object();
        json.set("projects", Json.array(projects, project -> json(customers, project)));
        var table = Table.of("project", "customer", "status", "operation", "credits", "back",
                "created");
        projects.forEach(project -> table.row(project.id(),
                customers.nameOf(project.brief().customer()), project.status().label(),
                project.brief().order().operation().path(), project.creditsUsed(),
                project.creditsRefunded(), project.brief().createdAt()));
        return new Reply.Done(json, table.lines());
    }

    static Reply one(Customers customers, Project project) {
        var json = json(customers, project);
        var lines = new ArrayList<String>();
        json.properties()
                .forEach(field -> lines.add(
                        "%-16s %s".formatted(field.getKey(), Ink.foreign(text(field.getValue())))));
        return new Reply.Done(json, lines);
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    static ObjectNode json(Customers customers, Project project) {
        var brief = project.brief();
        var operation = brief.order().operation();
        var json = Json.object()
                .put("project", project.id().toString())
                .put("customer", customers.nameOf(brief.customer()))
                .put("status", project.status().label())
                .put("state", state(project))
                .put("operation", operation.path());
        json.set("multipliers", Json.array(operation.multipliers().names(), Json::text));
        json.put("pipeline", brief.pipeline())
                .put("creditsUsed", project.creditsUsed().amount())
                .put("creditsRefunded", project.creditsRefunded().amount())
                .put("createdAt", brief.createdAt().toString())
                .put("updatedAt", project.updatedAt().toString());
        return withItsOwn(json, project);
    }

    private static ObjectNode withItsOwn(ObjectNode json, Project project) {
        return switch (project) {
            case Project.AwaitingPayment p -> json;
            case Project.Pending p -> json.put("attempt", p.attempt());
            case Project.Sent p -> json.put("attempt", p.attempt());
            case Project.Processing p ->
                    json.put("attempt", p.attempt()).put("run", p.run().value());
            case Project.Completed p -> json.put("result", p.result());
            case Project.Failed p -> json.put("failure", p.why().reason().label())
                    .put("errorMessage", p.why().message());
        };
    }

    /** The model's own word; the status is what the outside is told. */
    static String state(Project project) {
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
