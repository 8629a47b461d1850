package dev.makegood.sites;

import dev.makegood.httpclient.BodyTooLargeException;
import dev.makegood.pricing.Hostname;
import dev.makegood.pricing.SitePageCounter;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the pages that a site lists in its sitemaps, within limits and at public addresses only. */
public final class Sitemaps implements SitePageCounter {

    private static final Logger LOG = LoggerFactory.getLogger(Sitemaps.class);

    private final SiteNetwork network;
    private final SiteLimits limits;
    private final Semaphore permits;

    public Sitemaps() {
        this(SiteNetwork.internet(), SiteLimits.DEFAULT);
    }

    Sitemaps(SiteNetwork network, SiteLimits limits) {
        this.network = network;
        this.limits = limits;
        this.permits = new Semaphore(limits.concurrentVisitsMax());
    }

    @Override
    public SitePageCount countPages(Hostname hostname) {
        var count = permits.tryAcquire() ? measureWithTimeout(hostname)
                : new PagesUncountable("too many sites are being visited, try again later");
        if (count instanceof PagesUncountable unmeasurable) {
            LOG.atInfo()
                    .setMessage("A site cannot be measured")
                    .addKeyValue("hostname", hostname)
                    .addKeyValue("reason", unmeasurable.why())
                    .log();
        }
        return count;
    }

    private SitePageCount measureWithTimeout(Hostname hostname) {
        try (var visit = new SiteVisit(hostname, network, limits)) {
            var task = new FutureTask<>(() -> measureVisit(visit));
            var thread = Thread.ofVirtual().name("visit to " + hostname).start(() -> {
                task.run();
                permits.release();
            });
            try {
                return task.get(limits.visitTimeout().toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                thread.interrupt();     // ends its waiting; closing the visit ends the rest
            }
        } catch (TimeoutException e) {
            return new PagesUncountable(
                    "it takes longer than " + limits.visitTimeout().toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PagesUncountable("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "a visit failed with an exception that it should have caught", e);
        }
    }

    private static SitePageCount measureVisit(SiteVisit visit) {
        try {
            return new PagesCounted(visit.countPages());
        } catch (UnmeasurableSite e) {
            return new PagesUncountable(e.why());
        } catch (BodyTooLargeException e) {
            return new PagesUncountable("it is too long");
        } catch (IOException e) {
            return new PagesUncountable("it cannot be read: " + e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.warn("A library failed on what a site sent", e);
            return new PagesUncountable("it cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
