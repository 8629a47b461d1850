package dev.makegood.httpclient;

import java.io.IOException;

/** A body is longer than is read of it. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long bytesMax) {
        super("longer than " + bytesMax + " bytes");
    }
}
