package dev.makegood.project;

/**
 * Why a project failed, and the message for its customer; the message is at most 10,000 characters.
 */
public record Failure(FailureReason reason, String message) {

    public Failure {
        message = PipelineText.clean(message);
    }
}
