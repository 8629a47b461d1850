package dev.makegood.project;

import dev.makegood.event.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happened to a project. */
public sealed interface ProjectEvent extends Event {

    Project project();

    /** What there is to know beside the project itself. */
    Map<String, String> details();

    @Override
    default Map<String, String> facts() {
        var brief = project().brief();
        var facts = new LinkedHashMap<String, String>();
        facts.put("project", brief.id().toString());
        facts.put("status", project().status().label());
        facts.put("operation", brief.order().operation().path());
        facts.put("pipeline", brief.pipeline());
        facts.put("creditsUsed", project().creditsUsed().toString());
        facts.put("creditsRefunded", project().creditsRefunded().toString());
        facts.putAll(details());
        return facts;
    }

    /** Ordered, and paid or waiting to be paid. */
    record Created(Project project) implements ProjectEvent {

        @Override
        public String type() {
            return "project.created";
        }

        @Override
        public Map<String, String> details() {
            return Map.of();
        }
    }

    /** Its pipeline has a run for it. */
    record Started(Project.Processing project) implements ProjectEvent {

        @Override
        public String type() {
            return "project.started";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("run", project.run().value(), "attempt",
                    Integer.toString(project.attempt()));
        }
    }

    /** Done, and charged. */
    record Completed(Project.Completed project) implements ProjectEvent {

        @Override
        public String type() {
            return "project.completed";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("result", project.result());
        }
    }

    /** Over without a result, its credits back. */
    record Failed(Project.Failed project, String actor) implements ProjectEvent {

        @Override
        public String type() {
            return "project.failed";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("reason", project.why().reason().label(), "message",
                    project.why().message(),
                    "actor", actor);
        }
    }

    /** A success nobody waited for any more; its result is kept here, so that a person can act on it. */
    record LateSuccess(Project project, RunReport.Succeeded report, String why)
            implements ProjectEvent {

        @Override
        public String type() {
            return "project.late_success";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("result", report.result(), "why", why);
        }
    }

    /** A failure that contradicts what we know. */
    record LateFailure(Project project, RunReport.Broke report, String why)
            implements ProjectEvent {

        @Override
        public String type() {
            return "project.late_failure";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("message", report.why().message(), "why", why);
        }
    }

    /** The run cost more than was held; only what was held was captured. */
    record CostAboveHold(Project project, long actualCredits) implements ProjectEvent {

        @Override
        public String type() {
            return "project.cost_above_hold";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("actualCredits", Long.toString(actualCredits));
        }
    }

    /** An operator let it begin anew, on the same hold. */
    record Retried(Project.Pending project, String actor, String why) implements ProjectEvent {

        @Override
        public String type() {
            return "project.retried";
        }

        @Override
        public Map<String, String> details() {
            return Map.of("attempt", Integer.toString(project.attempt()), "actor", actor, "reason",
                    why);
        }
    }
}
