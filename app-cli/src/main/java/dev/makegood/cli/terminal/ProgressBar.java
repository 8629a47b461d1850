package dev.makegood.cli.terminal;

import dev.makegood.cli.terminal.CliEnvironment.OutputTarget;

/** A bar on a terminal for work that takes a while; silent elsewhere. */
public final class ProgressBar {

    private static final int WIDTH = 30;

    private final OutputTarget target;
    private final long total;
    private long done;

    public ProgressBar(OutputTarget target, long total) {
        this.target = target;
        this.total = total;
    }

    public synchronized void step() {
        done++;
        if (target.hasColour() && total > 0) {
            int filled = (int) (WIDTH * done / total);
            target.stream()
                    .print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] "
                            + done + "/" + total);
            target.stream().flush();
        }
    }

    public void finish() {
        if (target.hasColour() && done > 0) {
            target.stream().print("\r\u001b[K");
            target.stream().flush();
        }
    }
}
