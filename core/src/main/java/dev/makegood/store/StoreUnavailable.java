package dev.makegood.store;

/**
 * What keeps things cannot be reached or is full, after whatever repeating the store does by itself.
 *
 * <p>Thrown by units of work and by reads beside them. Of a unit that throws it nobody knows whether it is durable
 * (see {@link Store}); asking again later, with the same ids, is right. The message names no secret.
 */
public final class StoreUnavailable extends RuntimeException {

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
