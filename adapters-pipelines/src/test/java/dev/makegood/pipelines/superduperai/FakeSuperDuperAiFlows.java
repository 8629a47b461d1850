package dev.makegood.pipelines.superduperai;

import dev.makegood.pipelines.FakeRunEnding;
import dev.makegood.pipelines.FakeScheduler;
import dev.makegood.pipelines.FakeStatusCallbacks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What works behind the fake: flows, one after another, the last of which reports how it ended. */
final class FakeSuperDuperAiFlows {

    static final List<String> MAIN_FLOWS =
            List.of("txt2script-flow", "script2entities-flow", "script2storyboard-flow");
    private static final List<String> OUTPUTS = List.of("script", "entities_json", "storyboard");

    private final FakeSuperDuperAiProjects projects;
    private final FakeScheduler scheduler;
    private volatile Duration pace = Duration.ofSeconds(30);
    private volatile Optional<FakeStatusCallbacks> calls = Optional.empty();

    FakeSuperDuperAiFlows(FakeSuperDuperAiProjects projects, FakeScheduler scheduler) {
        this.projects = projects;
        this.scheduler = scheduler;
    }

    void setPace(Duration aFlow) {
        pace = aFlow;
    }

    void reportTo(FakeStatusCallbacks newCalls) {
        calls = Optional.of(newCalls);
    }

    /** Plays the whole film, or only its first flow where the script is to be seen first. */
    void play(String id, String prompt, boolean toTheEnd) {
        var ending = FakeRunEnding.of(prompt);
        var each = pace.multipliedBy(ending.slowness());
        var start = scheduler.now();
        switch (ending) {
            case SUCCEED, SLOW -> succeed(id, start, each, toTheEnd ? MAIN_FLOWS.size() : 1);
            case FAIL -> fail(id, start, each);
            case HANG -> scheduler.schedule(start, () -> begin(id, MAIN_FLOWS.getFirst()));
        }
    }

    private void succeed(String id, Instant start, Duration each, int flows) {
        var at = start;
        for (var flow : MAIN_FLOWS.subList(0, flows)) {
            run(id, flow, at, each, "completed");
            at = at.plus(each);
        }
        if (flows == MAIN_FLOWS.size()) {
            scheduler.schedule(at, () -> calls.ifPresent(to -> to.reportCompleted(id)));
        }
    }

    private void fail(String id, Instant start, Duration each) {
        run(id, MAIN_FLOWS.get(0), start, each, "completed");
        run(id, MAIN_FLOWS.get(1), start.plus(each), each, "error");
        scheduler.schedule(start.plus(each.multipliedBy(2)), () -> calls.ifPresent(
                to -> to.reportFailed(id,
                        "script2entities-flow failed: the model ran out of memory")));
    }

    /** Runs one flow, as a step call requests it. */
    void runNow(String id, String flow) {
        run(id, flow, scheduler.now(), pace, "completed");
    }

    private void run(String id, String flow, Instant start, Duration takes, String end) {
        scheduler.schedule(start, () -> {
            var task = begin(id, flow);
            scheduler.schedule(start.plus(takes), () -> finish(id, task, flow, end));
        });
    }

    private String begin(String id, String flow) {
        return projects.addTask(id, flow, "in_progress");
    }

    private void finish(String id, String task, String flow, String end) {
        if (end.equals("completed") && MAIN_FLOWS.contains(flow)) {
            projects.addData(id, OUTPUTS.get(MAIN_FLOWS.indexOf(flow)), "what " + flow + " made");
        }
        projects.setTask(id, task, end);
    }
}
