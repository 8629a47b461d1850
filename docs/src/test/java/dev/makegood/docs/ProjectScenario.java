package dev.makegood.docs;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.Quote;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Funding;
import dev.makegood.project.Order;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectDetails;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectTasks;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import dev.makegood.project.RunRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** One customer, one project and a pipeline that answers as told: every transition, by the real desks. */
final class ProjectScenario {

    static final RunId RUN = new RunId("run-1");

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Operation VIDEO = Operation.of("story-editor", "project-video", "hd");

    private final InMemoryStore store = new InMemoryStore();
    private final FixedPipeline pipeline = new FixedPipeline();
    private final Makegood makegood =
            Makegood.on(store).withPipeline(pipeline).withClock(InstantSource.fixed(NOON)).open();
    private final CustomerId ada = makegood.customers()
            .findOrCreate(new Identity("app", "ada"), new CustomerId(new UUID(1, 1)));
    private final ProjectId project = new ProjectId(new UUID(2, 2));

    /** Answers what the scenario set. */
    private static final class FixedPipeline implements Pipeline {

        private StartResult startResult = new Started(RUN);
        private RunPollResult pollResult = new StillRunning();
        private CancelResult cancelResult = new Unsupported();

        @Override
        public StartResult start(RunRequest request) {
            return startResult;
        }

        @Override
        public RunPollResult poll(Run run) {
            return pollResult;
        }

        @Override
        public CancelResult cancel(Run run) {
            return cancelResult;
        }
    }

    /** A scenario whose project reached this state in the usual way. */
    static ProjectScenario with(Class<? extends Project> state) {
        var scenario = new ProjectScenario();
        switch (state.getSimpleName()) {
            case "AwaitingPayment" -> scenario.addAwaitingPayment();
            case "Pending" -> scenario.orderProject();
            case "Sent" -> scenario.orderProject().sendWith(new Pipeline.Unknown("no answer"));
            case "Processing" -> scenario.startProject();
            case "Completed" -> scenario.startProject()
                    .makegood()
                    .projects()
                    .report(scenario.project, success());
            case "Failed" -> scenario.startProject()
                    .makegood()
                    .projects()
                    .report(scenario.project, failure());
            default -> throw new IllegalArgumentException("no state: " + state);
        }
        return scenario;
    }

    static RunReport.RunSucceeded success() {
        return new RunReport.RunSucceeded(null, "video.mp4", null, NOON);
    }

    static RunReport.RunSucceeded successFor(long credits) {
        return new RunReport.RunSucceeded(null, "video.mp4", credits, NOON);
    }

    static RunReport.RunFailed failure() {
        return new RunReport.RunFailed(null, failureCause(), NOON);
    }

    static RunReport.RunFailed failureOf(RunId run) {
        return new RunReport.RunFailed(run, failureCause(), NOON);
    }

    static RunReport.RunSucceeded successOf(RunId run) {
        return new RunReport.RunSucceeded(run, "video.mp4", null, NOON);
    }

    private static Failure failureCause() {
        return new Failure(FailureReason.PIPELINE_ERROR, "out of memory");
    }

    /** As the order of a generation that costs money leaves it. */
    private void addAwaitingPayment() {
        var quote = (Quote) makegood.projects().quote(VIDEO);
        var details = new ProjectDetails(project, ada, Order.of(VIDEO), quote,
                new Funding.Unpaid(), "pipeline", NOON);
        store.change(ada, unit -> unit.projects().add(new Project.AwaitingPayment(details)));
    }

    private ProjectScenario orderProject() {
        var unused = makegood.projects().submit(project, ada, VIDEO);
        return this;
    }

    private ProjectScenario sendWith(Pipeline.StartResult answer) {
        pipeline.startResult = answer;
        makegood.taskRunner().runDue(10);
        return this;
    }

    private ProjectScenario startProject() {
        return orderProject().sendWith(new Pipeline.Started(RUN));
    }

    ProjectScenario withPoll(Pipeline.RunPollResult answer) {
        pipeline.pollResult = answer;
        return this;
    }

    ProjectScenario withCancellation(Pipeline.CancelResult answer) {
        pipeline.cancelResult = answer;
        return this;
    }

    /** Runs the task that submits it; the pipeline answers this. */
    void send(Pipeline.StartResult answer) {
        pipeline.startResult = answer;
        var unused = makegood.taskRunner().runNow(ada, ProjectTasks.SUBMIT, project.value());
    }

    Makegood makegood() {
        return makegood;
    }

    ProjectId project() {
        return project;
    }

    Cause operator() {
        return new Cause("operator:grace", "asked for it");
    }

    TransferId refundId() {
        return TransferId.of("refund", project.value());
    }

    String state() {
        return makegood.projects().find(project).orElseThrow().getClass().getSimpleName();
    }

    /** What the ledger has written so far, the oldest first. */
    List<TransferKind> ledger() {
        return store.statements()
                .lines(ada, null, 100)
                .reversed()
                .stream()
                .map(line -> line.transfer())
                .map(Transfer::kind)
                .toList();
    }

    /** The type of the newest event. */
    String lastEvent() {
        return store.reports().events(ada, 0, 100).getLast().type();
    }
}
