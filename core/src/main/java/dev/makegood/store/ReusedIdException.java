package dev.makegood.store;

/**
 * An id that its caller chose was used before, for something else; nothing was changed.
 *
 * <p>The id is the idempotency key of what it makes: the same again is known by it, anything else
 * needs an id of its own.
 */
public final class ReusedIdException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public ReusedIdException(Object id, String knownAs) {
        super(id + " was used before, for " + knownAs + "; use another id");
    }
}
