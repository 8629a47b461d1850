package dev.makegood.anchor;

/** An anchor that is damaged, incomplete or none at all: it proves nothing. */
public final class InvalidAnchorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidAnchorException(String message) {
        super(message);
    }
}
