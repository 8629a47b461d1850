package dev.makegood.sites;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** A website on the loopback address, over TLS, that answers each path with whatever bytes a test wants. */
final class FakeSite implements AutoCloseable {

    /** Writes an answer, its head too, and may never come to an end. */
    interface Answer {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket door;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger visitors = new AtomicInteger();
    private final AtomicInteger guests = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FakeSite(Certificate certificate) {
        try {
            this.door = certificate.shown()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var unused = Thread.ofVirtual().start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    int visitors() {
        return visitors.get();
    }

    /** How many are still here, as far as was noticed. */
    int guests() {
        return guests.get();
    }

    List<String> asked() {
        return asked;
    }

    FakeSite at(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    FakeSite has(String path, String body) {
        return has(path, body.getBytes(StandardCharsets.UTF_8));
    }

    FakeSite has(String path, byte[] body) {
        return at(path, out -> {
            out.write(head("200 OK", body.length));
            out.write(body);
        });
    }

    static byte[] head(String status, long length) {
        return ("HTTP/1.1 " + status + "\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                visitors.incrementAndGet();
                var unused = Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;     // closed
            }
        }
    }

    private void serve(Socket visitor) {
        guests.incrementAndGet();
        try (visitor) {
            for (var path = path(visitor.getInputStream()); path != null; path =
                    path(visitor.getInputStream())) {
                asked.add(path);
                answers.getOrDefault(path, out -> out.write(head("404 Not Found", 0)))
                        .to(visitor.getOutputStream());
                visitor.getOutputStream().flush();
            }
        } catch (IOException | InterruptedException e) {
            // the visitor had enough
        } finally {
            guests.decrementAndGet();
        }
    }

    private static String path(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        return head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/"));
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
