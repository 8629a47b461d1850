package dev.makegood.payment;

import java.util.Optional;
import java.util.stream.Stream;

/** The status of a payment as the outside sees it; the model itself is {@link Payment}. */
public enum PaymentStatus {
    PENDING("pending"),
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    CANCELLED("cancelled");

    private final String label;

    PaymentStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Reads a label; empty if there is no such status. */
    public static Optional<PaymentStatus> of(String label) {
        return Stream.of(values()).filter(status -> status.label.equals(label)).findFirst();
    }
}
