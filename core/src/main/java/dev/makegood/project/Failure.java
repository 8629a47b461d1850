package dev.makegood.project;

/**
 * Why a project failed, and the message for its customer; the message is at most 10,000 characters.
 */
public record Failure(FailureReason reason, String message) {

    public Failure {
        message = PipelineText.clean(message);
    }

    /** The same without what looks like a secret in its message, for one that comes from outside. */
    Failure redacted() {
        return new Failure(reason, SecretPatterns.redact(message));
    }
}
