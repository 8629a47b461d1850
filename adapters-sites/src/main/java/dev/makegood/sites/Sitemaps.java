package dev.makegood.sites;

import dev.makegood.pricing.Hostname;
import dev.makegood.pricing.SiteMeasure;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the pages that a site lists in its sitemaps, within limits and at public addresses only. */
public final class Sitemaps implements SiteMeasure {

    private static final Logger LOG = LoggerFactory.getLogger(Sitemaps.class);

    private final Outside outside;
    private final Limits limits;
    private final Semaphore visits;

    public Sitemaps() {
        this(Outside.world(), Limits.USUAL);
    }

    Sitemaps(Outside outside, Limits limits) {
        this.outside = outside;
        this.limits = limits;
        this.visits = new Semaphore(limits.visits());
    }

    @Override
    public Measure measure(Hostname hostname) {
        var measure = visits.tryAcquire() ? withinTime(hostname)
                : new Unmeasurable("too many sites are visited right now");
        if (measure instanceof Unmeasurable un) {
            LOG.atInfo()
                    .setMessage("A site cannot be measured")
                    .addKeyValue("hostname", hostname)
                    .addKeyValue("why", un.why())
                    .log();
        }
        return measure;
    }

    private Measure withinTime(Hostname hostname) {
        try (var visit = new Visit(hostname, outside, limits)) {
            var task = new FutureTask<>(() -> visited(visit));
            var thread = Thread.ofVirtual().name("visit to " + hostname).start(() -> {
                task.run();
                visits.release();
            });
            try {
                return task.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                thread.interrupt();     // where it waits; closing the visit ends the rest
            }
        } catch (TimeoutException e) {
            return new Unmeasurable("it takes longer than " + limits.whole().toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unmeasurable("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a visit ended in a way that none can", e);
        }
    }

    private static Measure visited(Visit visit) {
        try {
            return new Pages(visit.count());
        } catch (Unmeasured e) {
            return new Unmeasurable(e.why());
        } catch (IOException e) {
            return new Unmeasurable("it cannot be read: " + e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.warn("What a site sent was too much for a library", e);
            return new Unmeasurable("it cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
