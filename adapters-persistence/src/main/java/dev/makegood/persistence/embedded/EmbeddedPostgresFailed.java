package dev.makegood.persistence.embedded;

/** The embedded PostgreSQL cannot be used; the message names the directory and the reason. */
public class EmbeddedPostgresFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedPostgresFailed(String message) {
        super(message);
    }

    EmbeddedPostgresFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
