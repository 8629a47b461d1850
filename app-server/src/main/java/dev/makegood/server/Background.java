package dev.makegood.server;

import dev.makegood.EventRelay;
import dev.makegood.TaskRunner;
import dev.makegood.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs behind the answers, on virtual threads: tasks that are due, and events that wait for delivery.
 *
 * <p>Nothing that goes wrong ends it: it is logged, and tried again after a pause.
 */
final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final int EVENTS_AT_ONCE = 200;

    private final TaskRunner tasks;
    private final EventRelay relay;
    private final String holder;
    private final Semaphore hands;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Loop> loops;

    /** {@code holder} names this server among those that share the database. */
    Background(TaskRunner tasks, EventRelay relay, String holder, int tasksAtOnce) {
        this.tasks = tasks;
        this.relay = relay;
        this.holder = holder;
        this.hands = new Semaphore(tasksAtOnce);
        this.loops = List.of(new Loop("tasks", this::runDueTasks),
                new Loop("events", this::deliverEvents));
    }

    void start() {
        loops.forEach(Loop::start);
    }

    /** Takes nothing new, and waits so long at most for what runs; answers whether all of it ended. */
    boolean stop(Duration patience) {
        try {
            for (var loop : loops) {
                loop.stop(patience);
            }
            threads.shutdown();
            return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean deliverEvents() {
        return relay.deliver(holder, EVENTS_AT_ONCE) == EVENTS_AT_ONCE;
    }

    /** Claims no more than there are free hands for, so that a claimed task is carried out at once. */
    private boolean runDueTasks() {
        int free = hands.drainPermits();
        int busy = 0;
        try {
            for (var task : free == 0 ? List.<Task>of() : tasks.claimDue(free)) {
                threads.execute(() -> carryOut(task));
                busy++;
            }
            return busy == free && free > 0;
        } finally {
            hands.release(free - busy);
        }
    }

    private void carryOut(Task task) {
        try {
            tasks.carryOut(task);
        } catch (RuntimeException e) {
            LOG.atError()
                    .setMessage("A task failed, and comes again when its lease ends")
                    .addKeyValue("task", task.kind())
                    .addKeyValue("about", task.about())
                    .addKeyValue("customer", task.customer())
                    .setCause(e)
                    .log();
        } finally {
            hands.release();
        }
    }
}
