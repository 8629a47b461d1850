package dev.makegood.cli.terminal;

/** With what a command ends; scripts rely on the numbers. */
public enum ExitCode {
    /** Done, or done before. */
    SUCCESS(0),
    /** Refused by a rule. */
    REFUSED(1),
    /** Wrong usage; nothing was touched. */
    USAGE(2),
    NOT_FOUND(3),
    /** The database or a gateway is not reachable. */
    UNREACHABLE(4),
    /** Locked or busy: try again. */
    BUSY(5),
    NOT_ALLOWED(6);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
