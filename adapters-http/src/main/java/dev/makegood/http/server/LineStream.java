package dev.makegood.http.server;

import dev.makegood.http.response.ServerResponse.BodyLines;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Sends a body while it is read. */
final class LineStream {

    private LineStream() {}

    /** If it cannot be read to its end, the connection is broken: a part must not look like the whole. */
    static void write(BodyLines lines, Context http) {
        try {
            var out = new BufferedOutputStream(http.res().getOutputStream());
            lines.writeTo(line -> write(line, out));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String line, OutputStream out) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
