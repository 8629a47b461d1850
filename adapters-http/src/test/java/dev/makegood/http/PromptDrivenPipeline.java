package dev.makegood.http;

import dev.makegood.project.Pipeline;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Does what the prompt says: {@code #refuse}, {@code #unknown}, {@code #slow} until released, {@code #stoppable}. */
public final class PromptDrivenPipeline implements Pipeline {

    public final CountDownLatch reached = new CountDownLatch(1);
    public final CountDownLatch released = new CountDownLatch(1);
    public final Map<String, RunRequest> started = new ConcurrentHashMap<>();

    @Override
    public StartResult start(RunRequest request) {
        var prompt = request.prompt();
        if (prompt.contains("#refuse")) {
            return new Rejected("the prompt is not allowed");
        }
        if (prompt.contains("#unknown")) {
            return new Unknown("no answer");
        }
        if (prompt.contains("#slow")) {
            waitUntilReleased();
        }
        var run = "run-" + request.id() + "-" + request.attempt();
        started.put(run, request);
        return new Started(new RunId(run));
    }

    @Override
    public CancelResult cancel(Run run) {
        return started.get(run.id().value()).prompt().contains("#stoppable")
                ? new RunCancelled()
                : new Unsupported();
    }

    private void waitUntilReleased() {
        try {
            reached.countDown();
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
