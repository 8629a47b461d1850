package dev.makegood.ledger;

/** The accounts of a customer's part of the ledger; over all of them the sum is zero. */
public enum Account {
    AVAILABLE("available"),
    HELD("held"),
    DEBT("debt"),
    GRANTED("system:granted"),
    EARNED("system:earned"),
    EXPIRED("system:expired"),
    ADJUSTED("system:adjusted");

    private final String label;

    Account(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
