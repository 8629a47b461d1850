package dev.makegood.store;

/**
 * The storage cannot be reached, is full or has too many waiting, after the store's own retries.
 *
 * <p>Thrown by units of work and by reads outside them. Whether a unit that throws it is durable is
 * unknown (see {@link Store}): repeat it later, with the same ids. The message names no secret.
 */
public final class StoreUnavailableException extends RuntimeException {

    /** Refused before anything was tried: too many wait already. */
    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
