package dev.makegood.http.server;

import dev.makegood.http.connection.ClientConnection;
import dev.makegood.http.response.ServerResponse.BodyLines;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a body while it is read.
 *
 * <p>If it cannot be read to its end, the connection is broken: a part must not look like the whole.
 */
final class LineStream extends OutputStream {

    private final Supplier<OutputStream> begin;
    private final ClientConnection connection;
    private @Nullable OutputStream client;

    /** Begins with the first bytes that go to the client, or at the end if there are none. */
    LineStream(Supplier<OutputStream> begin, ClientConnection connection) {
        this.begin = begin;
        this.connection = connection;
    }

    /** Whether something of it has gone to the client, so that nothing else can be answered any more. */
    boolean hasBegun() {
        return client != null;
    }

    private OutputStream client() {
        var current = client == null ? begin.get() : client;
        client = current;
        return current;
    }

    void write(BodyLines lines) {
        try {
            var buffer = new BufferedOutputStream(this);
            lines.writeTo(line -> write(line, buffer));
            buffer.flush();
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

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    /** While the client is read to, it is he who has to be fast enough. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        connection.beginResponse(length);
        client().write(bytes, offset, length);
        connection.endResponsePart();
    }

    @Override
    public void flush() throws IOException {
        client().flush();
    }
}
