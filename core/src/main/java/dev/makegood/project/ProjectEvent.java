package dev.makegood.project;

import dev.makegood.event.Event;
import dev.makegood.hash.Hash;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happened to a project. */
public sealed interface ProjectEvent extends Event {

    Project project();

    /** The facts beside those of the project itself. */
    default Map<String, String> extraFacts() {
        return Map.of();
    }

    @Override
    default Map<String, String> facts() {
        var details = project().details();
        var facts = new LinkedHashMap<String, String>();
        facts.put("project", details.id().toString());
        facts.put("status", project().status().label());
        facts.put("operation", details.order().operation().path());
        facts.put("pipeline", details.pipeline());
        facts.put("creditsUsed", project().creditsUsed().toString());
        facts.put("creditsRefunded", project().creditsRefunded().toString());
        facts.putAll(extraFacts());
        return facts;
    }

    @Override
    default Hash stateHash() {
        return ProjectHash.of(project());
    }

    /** Ordered, and paid or waiting to be paid. */
    record ProjectCreated(Project project) implements ProjectEvent {

        @Override
        public String type() {
            return "project.created";
        }
    }

    /** Its pipeline has a run for it. */
    record ProjectStarted(Project.Processing project) implements ProjectEvent {

        @Override
        public String type() {
            return "project.started";
        }

        @Override
        public Map<String, String> extraFacts() {
            return Map.of("run", project.run().value(), "attempt",
                    Integer.toString(project.attempt()));
        }
    }

    /** Done, and charged. */
    record ProjectCompleted(Project.Completed project) implements ProjectEvent {

        @Override
        public String type() {
            return "project.completed";
        }

        @Override
        public Map<String, String> extraFacts() {
            return Map.of("result", project.result());
        }
    }

    /** Ended without a result, its credits released. */
    record ProjectFailed(Project.Failed project, String actor) implements ProjectEvent {

        @Override
        public String type() {
            return "project.failed";
        }

        @Override
        public Map<String, String> extraFacts() {
            return Map.of("failureReason", project.failure().reason().label(), "message",
                    project.failure().message(),
                    "actor", actor);
        }
    }

    /** A success that was refused; its result is kept here, so that an operator can act on it. */
    record LateSuccess(Project project, RunReport.RunSucceeded report, String why)
            implements ProjectEvent {

        @Override
        public String type() {
            return "project.late_success";
        }

        @Override
        public Map<String, String> extraFacts() {
            return Map.of("result", report.result(), "reason", why);
        }
    }

    /** A failure that contradicts what we know. */
    record LateFailure(Project project, RunReport.RunFailed report, String why)
            implements ProjectEvent {

        @Override
        public String type() {
            return "project.late_failure";
        }

        @Override
        public Map<String, String> extraFacts() {
            return Map.of("message", report.failure().message(), "reason", why);
        }
    }

    /** The run cost more than was held; only what was held was captured. */
    record CostAboveHold(Project project, long actualCredits) implements ProjectEvent {

        @Override
        public String type() {
            return "project.cost_above_hold";
        }

        @Override
        public Map<String, String> extraFacts() {
            return Map.of("actualCredits", Long.toString(actualCredits));
        }
    }

    /** An operator started its next attempt, on the same hold. */
    record ProjectRetried(Project.Pending project, String actor, String why)
            implements ProjectEvent {

        @Override
        public String type() {
            return "project.retried";
        }

        @Override
        public Map<String, String> extraFacts() {
            return Map.of("attempt", Integer.toString(project.attempt()), "actor", actor, "reason",
                    why);
        }
    }
}
