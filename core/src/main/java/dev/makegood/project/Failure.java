package dev.makegood.project;

/** Why a project failed, and what its customer is told; the message is at most 10,000 characters. */
public record Failure(FailureReason reason, String message) {

    public Failure {
        message = Message.clean(message);
    }
}
