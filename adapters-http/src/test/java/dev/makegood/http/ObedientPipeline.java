package dev.makegood.http;

import dev.makegood.project.Pipeline;
import dev.makegood.project.Run;
import dev.makegood.project.RunId;
import dev.makegood.project.RunOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Does what the prompt says: {@code #refuse}, {@code #unknown}, {@code #slow} until let go, {@code #stoppable}. */
final class ObedientPipeline implements Pipeline {

    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch letGo = new CountDownLatch(1);
    final Map<String, RunOrder> started = new ConcurrentHashMap<>();

    @Override
    public Start start(RunOrder order) {
        var prompt = order.order().prompt();
        if (prompt.contains("#refuse")) {
            return new Rejected("the prompt is not allowed");
        }
        if (prompt.contains("#unknown")) {
            return new Unknown("no answer");
        }
        if (prompt.contains("#slow")) {
            waitUntilLetGo();
        }
        var run = "run-" + order.id() + "-" + order.attempt();
        started.put(run, order);
        return new Started(new RunId(run));
    }

    @Override
    public Cancellation cancel(Run run) {
        return started.get(run.id().value()).order().prompt().contains("#stoppable")
                ? new Cancelled()
                : new Unsupported();
    }

    private void waitUntilLetGo() {
        try {
            reached.countDown();
            letGo.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
