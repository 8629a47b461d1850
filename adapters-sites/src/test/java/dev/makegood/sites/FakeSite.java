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

/** A website on the loopback address, over TLS, that answers each path with the bytes of the test. */
final class FakeSite implements AutoCloseable {

    /** Writes a response, its head too, and may never come to an end. */
    interface SiteResponse {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket serverSocket;
    private final Map<String, SiteResponse> responses = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger openConnections = new AtomicInteger();
    private final List<String> requestedPaths = new CopyOnWriteArrayList<>();

    FakeSite(TestCertificate testCertificate) {
        try {
            this.serverSocket = testCertificate.serverContext()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var unused = Thread.ofVirtual().start(this::acceptConnections);
    }

    int port() {
        return serverSocket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** How many connections are still open, as far as was noticed. */
    int openConnections() {
        return openConnections.get();
    }

    List<String> requestedPaths() {
        return requestedPaths;
    }

    FakeSite withResponse(String path, SiteResponse response) {
        responses.put(path, response);
        return this;
    }

    FakeSite withFile(String path, String body) {
        return withFile(path, body.getBytes(StandardCharsets.UTF_8));
    }

    FakeSite withFile(String path, byte[] body) {
        return withResponse(path, out -> {
            out.write(head("200 OK", body.length));
            out.write(body);
        });
    }

    static byte[] head(String status, long length) {
        return ("HTTP/1.1 " + status + "\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void acceptConnections() {
        while (!serverSocket.isClosed()) {
            try {
                var socket = serverSocket.accept();
                connections.incrementAndGet();
                var unused = Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;     // closed
            }
        }
    }

    private void serve(Socket visitor) {
        openConnections.incrementAndGet();
        try (visitor) {
            for (var path = readPath(visitor.getInputStream()); path != null; path =
                    readPath(visitor.getInputStream())) {
                requestedPaths.add(path);
                responses.getOrDefault(path, out -> out.write(head("404 Not Found", 0)))
                        .writeTo(visitor.getOutputStream());
                visitor.getOutputStream().flush();
            }
        } catch (IOException | InterruptedException e) {
            // the visitor closed the connection
        } finally {
            openConnections.decrementAndGet();
        }
    }

    private static String readPath(InputStream in) throws IOException {
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
            serverSocket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
