package dev.makegood.pipelines.superduperai;

import dev.makegood.pipelines.Ending;
import dev.makegood.pipelines.StatusCalls;
import dev.makegood.pipelines.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What works behind the fake: flows, one after another, the last of which tells how it ended. */
final class Studio {

    static final List<String> MAIN =
            List.of("txt2script-flow", "script2entities-flow", "script2storyboard-flow");
    private static final List<String> MAKES = List.of("script", "entities_json", "storyboard");

    private final Shelf shelf;
    private final Worker worker;
    private volatile Duration pace = Duration.ofSeconds(30);
    private volatile Optional<StatusCalls> calls = Optional.empty();

    Studio(Shelf shelf, Worker worker) {
        this.shelf = shelf;
        this.worker = worker;
    }

    void paceOf(Duration aFlow) {
        pace = aFlow;
    }

    void reportTo(StatusCalls newCalls) {
        calls = Optional.of(newCalls);
    }

    /** Plays the whole film, or only its first flow if somebody wants to see the script. */
    void play(String id, String prompt, boolean toTheEnd) {
        var ending = Ending.of(prompt);
        var each = pace.multipliedBy(ending.slowness());
        var start = worker.now();
        switch (ending) {
            case SUCCEED, SLOW -> succeed(id, start, each, toTheEnd ? MAIN.size() : 1);
            case FAIL -> fail(id, start, each);
            case HANG -> worker.at(start, () -> begin(id, MAIN.getFirst()));
        }
    }

    private void succeed(String id, Instant start, Duration each, int flows) {
        var at = start;
        for (var flow : MAIN.subList(0, flows)) {
            run(id, flow, at, each, "completed");
            at = at.plus(each);
        }
        if (flows == MAIN.size()) {
            worker.at(at, () -> calls.ifPresent(to -> to.completed(id)));
        }
    }

    private void fail(String id, Instant start, Duration each) {
        run(id, MAIN.get(0), start, each, "completed");
        run(id, MAIN.get(1), start.plus(each), each, "error");
        worker.at(start.plus(each.multipliedBy(2)), () -> calls.ifPresent(
                to -> to.failed(id, "script2entities-flow failed: the model ran out of memory")));
    }

    /** Runs one flow, as a step call asks for it. */
    void runNow(String id, String flow) {
        run(id, flow, worker.now(), pace, "completed");
    }

    private void run(String id, String flow, Instant start, Duration takes, String end) {
        worker.at(start, () -> {
            var task = begin(id, flow);
            worker.at(start.plus(takes), () -> finish(id, task, flow, end));
        });
    }

    private String begin(String id, String flow) {
        return shelf.addTask(id, flow, "in_progress");
    }

    private void finish(String id, String task, String flow, String end) {
        if (end.equals("completed") && MAIN.contains(flow)) {
            shelf.addData(id, MAKES.get(MAIN.indexOf(flow)), "what " + flow + " made");
        }
        shelf.setTask(id, task, end);
    }
}
