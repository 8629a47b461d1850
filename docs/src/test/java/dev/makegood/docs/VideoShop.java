package dev.makegood.docs;

import dev.makegood.Makegood;
import dev.makegood.Storage;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.pricing.Operation;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport.RunSucceeded;
import dev.makegood.project.RunRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A host that sells videos: what the page about embedding assumes. */
final class VideoShop {

    static final Operation VIDEO = Operation.of("story-editor", "project-video", "hd");

    final Studio studio = new Studio();

    // snippet: configured
    Makegood open(Storage storage) {
        return Makegood.on(storage)
                .withPipeline(new StudioPipeline(studio))
                .withEventListener(event -> System.out.println(event.type() + " " + event.facts()))
                .open();
    }
    // end

    // snippet: pipeline
    record StudioPipeline(Studio studio) implements Pipeline {

        @Override
        public StartResult start(RunRequest request) { // repeated for an attempt: the same run
            return new Started(studio.launch(request.id() + "/" + request.attempt()));
        }

        @Override
        public RunPollResult poll(Run run) { // when a run did not report in time
            return studio.hasFinished(run.id())
                    ? new RunEnded(new RunSucceeded(run.id(), "video.mp4", null, Instant.now()))
                    : new StillRunning();
        }
    }
    // end

    /** An engine of the host's own; it starts the same thing once. */
    static final class Studio {

        private final Map<String, RunId> runs = new HashMap<>();
        private boolean finished;

        RunId launch(String name) {
            return runs.computeIfAbsent(name, n -> new RunId("run-" + runs.size()));
        }

        void finishAll() {
            finished = true;
        }

        boolean hasFinished(RunId run) {
            return finished && runs.containsValue(run);
        }
    }

    /** A new customer, with the 60 credits of the signup grant. */
    static CustomerId newCustomer(Makegood makegood) {
        var id = UUID.randomUUID();
        return makegood.customers()
                .findOrCreate(new Identity("app", "ada-" + id), new CustomerId(id));
    }

    static ProjectId newId() {
        return new ProjectId(UUID.randomUUID());
    }

    static Project find(Makegood makegood, ProjectId project) {
        return makegood.projects().find(project).orElseThrow();
    }
}
