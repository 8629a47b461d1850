package dev.makegood.server;

import dev.makegood.store.CorrectedClock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the server's clock corrected by the database's, and says when its own wants setting. */
final class ClockWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final CorrectedClock clock;
    private final BackgroundLoop backgroundLoop;
    private boolean wasFarOff;

    ClockWatch(CorrectedClock clock) {
        this.clock = clock;
        this.backgroundLoop = new BackgroundLoop("clock", PAUSE, () -> {
            clock.measure();
            log();
            return false;
        });
    }

    void start() {
        backgroundLoop.start();
    }

    void stop() {
        backgroundLoop.stop();
    }

    /** A sentence if this server's own clock is far off; it works by the database's all the same. */
    static List<String> warnings(CorrectedClock clock) {
        return clock.isFarOff()
                ? List.of("this server's clock is "
                        + clock.ahead().abs().plusMillis(500).toSeconds() + " s "
                        + (clock.ahead().isNegative() ? "behind" : "ahead of")
                        + " the database's, by which it works; set one of them right")
                : List.of();
    }

    /** Once when it goes wrong, and once when it is right again. */
    private void log() {
        boolean isFarOff = clock.isFarOff();
        if (isFarOff && !wasFarOff) {
            warnings(clock).forEach(LOG::warn);
        } else if (wasFarOff && !isFarOff) {
            LOG.info("this server's clock agrees with the database's again");
        }
        wasFarOff = isFarOff;
    }
}
