package dev.makegood.http.routes.shared;

import dev.makegood.Makegood;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectTasks;
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
 * Submits a new project to its pipeline at once, and waits for the answer until a timeout.
 *
 * <p>After the timeout the submission continues here, or later as the task that the project left.
 */
public final class ProjectSubmitter {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectSubmitter.class);

    private final Makegood makegood;
    private final Duration timeout;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    public ProjectSubmitter(Makegood makegood, Duration timeout) {
        this.makegood = makegood;
        this.timeout = timeout;
    }

    /** The project as it is when the pipeline has answered, or after the timeout. */
    public Project submit(Project project) {
        await(executor.submit(() -> makegood.taskRunner()
                .runNow(project.details().customer(),
                        ProjectTasks.SUBMIT, project.id().value())));
        return makegood.projects().find(project.id()).orElseThrow();
    }

    private void await(Future<Boolean> submission) {
        try {
            var unused = submission.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("a pipeline did not answer within {}; its project stays pending", timeout);
        } catch (ExecutionException e) {
            LOG.warn("a project could not be submitted; its task will submit it again",
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for running submissions until the time limit; their tasks do the rest. */
    public void close(Duration timeLimit) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("stopped after {} while projects were being submitted; their tasks will"
                        + " submit them", timeLimit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
