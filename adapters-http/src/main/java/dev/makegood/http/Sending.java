package dev.makegood.http;

import dev.makegood.Makegood;
import dev.makegood.project.Project;
import dev.makegood.project.Projects;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a project that was just ordered to its pipeline, and waits for the answer as long as a caller would.
 *
 * <p>Whatever is not answered by then goes on by itself, here or as the task that it is.
 */
final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Makegood makegood;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Sending(Makegood makegood, Duration patience) {
        this.makegood = makegood;
        this.patience = patience;
    }

    /** The project as it is once it was sent, or once patience ends. */
    Project send(Project project) {
        await(threads.submit(() -> makegood.tasks()
                .runNow(project.brief().customer(),
                        Projects.SUBMIT_TASK, project.id().value())));
        return makegood.projects().find(project.id()).orElseThrow();
    }

    private void await(Future<Boolean> sent) {
        try {
            var unused = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("a pipeline takes longer than {} to answer", patience);
        } catch (ExecutionException e) {
            LOG.warn("a project could not be sent and will be sent again", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits a while for what is being sent, then leaves it to the task it is. */
    void close(Duration atMost) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("stopped while projects were being sent; their tasks remain");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
