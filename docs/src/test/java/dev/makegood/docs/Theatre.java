package dev.makegood.docs;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.Quote;
import dev.makegood.project.Brief;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Funding;
import dev.makegood.project.Order;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunOrder;
import dev.makegood.project.RunReport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** One customer, one project and a pipeline that answers as told: plays every transition by the real desks. */
final class Theatre {

    static final RunId RUN = new RunId("run-1");

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Operation VIDEO = Operation.of("story-editor", "project-video", "hd");

    private final InMemoryStore store = new InMemoryStore();
    private final Told pipeline = new Told();
    private final Makegood makegood =
            Makegood.on(store).workedBy(pipeline).at(InstantSource.fixed(NOON)).open();
    private final CustomerId ada = makegood.customers()
            .welcome(new Identity("app", "ada"), new CustomerId(new UUID(1, 1)));
    private final ProjectId project = new ProjectId(new UUID(2, 2));

    /** Answers whatever it was told to answer. */
    private static final class Told implements Pipeline {

        private Start start = new Started(RUN);
        private Look look = new StillRunning();
        private Cancellation cancellation = new Unsupported();

        @Override
        public Start start(RunOrder order) {
            return start;
        }

        @Override
        public Look look(Run run) {
            return look;
        }

        @Override
        public Cancellation cancel(Run run) {
            return cancellation;
        }
    }

    /** A theatre whose project is in this state, which it reached the usual way. */
    static Theatre with(Class<? extends Project> state) {
        var theatre = new Theatre();
        switch (state.getSimpleName()) {
            case "AwaitingPayment" -> theatre.billed();
            case "Pending" -> theatre.ordered();
            case "Sent" -> theatre.ordered().sent(new Pipeline.Unknown("no answer"));
            case "Processing" -> theatre.started();
            case "Completed" -> theatre.started()
                    .makegood()
                    .projects()
                    .report(theatre.project, success());
            case "Failed" -> theatre.started()
                    .makegood()
                    .projects()
                    .report(theatre.project, failure());
            default -> throw new IllegalArgumentException("no state: " + state);
        }
        return theatre;
    }

    static RunReport.Succeeded success() {
        return new RunReport.Succeeded(null, "video.mp4", null, NOON);
    }

    static RunReport.Succeeded successFor(long credits) {
        return new RunReport.Succeeded(null, "video.mp4", credits, NOON);
    }

    static RunReport.Broke failure() {
        return new RunReport.Broke(null, why(), NOON);
    }

    static RunReport.Broke failureOf(RunId run) {
        return new RunReport.Broke(run, why(), NOON);
    }

    static RunReport.Succeeded successOf(RunId run) {
        return new RunReport.Succeeded(run, "video.mp4", null, NOON);
    }

    private static Failure why() {
        return new Failure(FailureReason.PIPELINE_ERROR, "out of memory");
    }

    /** As a generation that costs money leaves it. */
    private void billed() {
        var quote = (Quote) makegood.projects().quote(VIDEO);
        var brief = new Brief(project, ada, Order.of(VIDEO), quote,
                new Funding.Unpaid(), "pipeline", NOON);
        store.change(ada, unit -> unit.projects().add(new Project.AwaitingPayment(brief)));
    }

    private Theatre ordered() {
        var unused = makegood.projects().submit(project, ada, VIDEO);
        return this;
    }

    private Theatre sent(Pipeline.Start answer) {
        pipeline.start = answer;
        makegood.tasks().runDue(10);
        return this;
    }

    private Theatre started() {
        return ordered().sent(new Pipeline.Started(RUN));
    }

    Theatre looking(Pipeline.Look answer) {
        pipeline.look = answer;
        return this;
    }

    Theatre stopping(Pipeline.Cancellation answer) {
        pipeline.cancellation = answer;
        return this;
    }

    /** Lets the waiting task run, and the pipeline answer this. */
    void send(Pipeline.Start answer) {
        pipeline.start = answer;
        var unused = makegood.tasks().runNow(ada, "submit_project", project.value());
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
    List<Kind> ledger() {
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
