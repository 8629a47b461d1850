package dev.makegood.cli.terminal;

import dev.makegood.cli.terminal.CliEnvironment.OutputTarget;
import java.time.Duration;
import java.util.function.Supplier;

/** Says on a terminal that something still runs, for work that cannot say how far it is; silent elsewhere. */
public final class WaitingNote {

    private static final Duration SILENT = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofSeconds(1);

    private WaitingNote() {}

    /** Does the work, and from two seconds on tells every second that it does. */
    public static <T> T during(OutputTarget target, String what, Supplier<T> work) {
        if (!target.hasColour()) {
            return work.get();
        }
        var note = Thread.ofVirtual().start(() -> tell(target, what));
        try {
            return work.get();
        } finally {
            note.interrupt();
        }
    }

    private static void tell(OutputTarget target, String what) {
        long began = System.nanoTime();
        try {
            Thread.sleep(SILENT);
            while (true) {
                var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
                target.stream().print("\r" + what + ", " + seconds + " s");
                target.stream().flush();
                Thread.sleep(STEP);
            }
        } catch (InterruptedException e) {
            target.stream().print("\r\u001b[K");
            target.stream().flush();
        }
    }
}
