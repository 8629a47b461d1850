package dev.makegood.project;

/** Why a project failed; the label is what the API and the database say. */
public enum FailureReason {
    PIPELINE_ERROR("pipeline_error"),
    SUBMISSION_FAILED("submission_failed"),
    TIMED_OUT("timed_out"),
    ATTEMPTS_EXHAUSTED("attempts_exhausted"),
    CANCELLED("cancelled"),
    PAYMENT_ABANDONED("payment_abandoned");

    private final String label;

    FailureReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
