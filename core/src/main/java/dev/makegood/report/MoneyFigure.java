package dev.makegood.report;

/** What happened to money at a gateway. */
public enum MoneyFigure {
    /** Paid, and what was paid otherwise than billed too. */
    RECEIVED("received"),
    /** Sent back, or on its way; by when it was requested. */
    REFUNDED("refunded"),
    /** Withheld by a bank until a dispute is decided. */
    DISPUTED("disputed"),
    /** Came again with a dispute that was won. */
    DISPUTES_WON("disputesWon"),
    /** Gone with a dispute that was lost. */
    DISPUTES_LOST("disputesLost");

    private final String label;

    MoneyFigure(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
