package dev.makegood.store;

/**
 * The storage cannot be reached or is full, after the store's own retries.
 *
 * <p>Thrown by units of work and by reads outside them. Whether a unit that throws it is durable is
 * unknown (see {@link Store}): repeat it later, with the same ids. The message names no secret.
 */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
