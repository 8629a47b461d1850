package dev.makegood.cli;

import dev.makegood.cli.Surroundings.Screen;

/** A bar on a terminal for work that takes a while; silent where nobody looks. */
final class Progress {

    private static final int WIDTH = 30;

    private final Screen screen;
    private final long all;
    private long done;

    Progress(Screen screen, long all) {
        this.screen = screen;
        this.all = all;
    }

    synchronized void step() {
        done++;
        if (screen.colour() && all > 0) {
            int filled = (int) (WIDTH * done / all);
            screen.stream()
                    .print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] "
                            + done + "/" + all);
            screen.stream().flush();
        }
    }

    void end() {
        if (screen.colour() && done > 0) {
            screen.stream().print("\r\u001b[K");
            screen.stream().flush();
        }
    }
}
