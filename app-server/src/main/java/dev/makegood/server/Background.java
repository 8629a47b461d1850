package dev.makegood.server;

import dev.makegood.EventRelay;
import dev.makegood.Makegood;
import dev.makegood.TaskRunner;
import dev.makegood.access.ExpiredRequests;
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
 * The background work, on virtual threads: tasks that are due, and events that wait for delivery.
 *
 * <p>No error ends it: it is logged, and the work is tried again after a pause.
 */
final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final int EVENTS_BATCH = 200;
    private static final int CUSTOMERS_BATCH = 100;
    private static final Duration TRIMMED_EVERY = Duration.ofMinutes(10);

    private final TaskRunner tasks;
    private final EventRelay relay;
    private final ExpiredRequests expiredRequests;
    private final String holder;
    private final Semaphore freeSlots;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<BackgroundLoop> loops;

    /** {@code holder} names this server among those that share the database. */
    Background(Makegood makegood, String holder, int taskConcurrency) {
        this.tasks = makegood.taskRunner();
        this.relay = makegood.eventRelay();
        this.expiredRequests = makegood.expiredRequests();
        this.holder = holder;
        this.freeSlots = new Semaphore(taskConcurrency);
        this.loops = List.of(new BackgroundLoop("tasks", this::runDueTasks),
                new BackgroundLoop("events", this::deliverEvents),
                new BackgroundLoop("requests", TRIMMED_EVERY, this::trimRequests));
    }

    void start() {
        loops.forEach(BackgroundLoop::start);
    }

    /**
     * Claims nothing new, and waits up to the timeout for what runs; what does not end in time is given
     * back, as is the lease on the events. Returns whether all of it ended.
     */
    boolean stop(Duration timeout) {
        boolean ended = awaitEnd(timeout);
        giveBack("tasks", tasks::giveBackAll);
        giveBack("events", () -> relay.stop(holder));
        return ended;
    }

    private boolean awaitEnd(Duration timeout) {
        try {
            for (var backgroundLoop : loops) {
                backgroundLoop.stop(timeout);
            }
            threads.shutdown();
            return threads.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void giveBack(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .setMessage(
                            "What was claimed could not be given back; its leases end in minutes")
                    .addKeyValue("loop", what)
                    .setCause(e)
                    .log();
        }
    }

    private boolean trimRequests() {
        return expiredRequests.removeNext(CUSTOMERS_BATCH) == CUSTOMERS_BATCH;
    }

    private boolean deliverEvents() {
        return relay.deliver(holder, EVENTS_BATCH) == EVENTS_BATCH;
    }

    /** Claims no more than there are free slots, so that a claimed task is carried out at once. */
    private boolean runDueTasks() {
        int free = freeSlots.drainPermits();
        int busy = 0;
        try {
            for (var task : free == 0 ? List.<Task>of() : tasks.claimDue(free)) {
                threads.execute(() -> carryOut(task));
                busy++;
            }
            return busy == free && free > 0;
        } finally {
            freeSlots.release(free - busy);
        }
    }

    private void carryOut(Task task) {
        try {
            tasks.carryOut(task);
        } catch (RuntimeException e) {
            LOG.atError()
                    .setMessage("A task failed; it is tried again after a pause")
                    .addKeyValue("task", task.kind())
                    .addKeyValue("subject", task.subjectId())
                    .addKeyValue("customer", task.customer())
                    .setCause(e)
                    .log();
        } finally {
            freeSlots.release();
        }
    }
}
