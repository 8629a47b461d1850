package dev.makegood.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are, which no HTTP client would. */
final class RawSocket {

    private RawSocket() {}

    /** The response, up to the end of the connection or a timeout. */
    static String send(int port, String bytes) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return read(socket);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Socket socket) throws IOException {
        var response = new StringBuilder();
        try {
            for (int b = socket.getInputStream().read(); b >= 0;) {
                response.append((char) b);
                b = socket.getInputStream().read();
            }
        } catch (IOException e) {
            response.append("<").append(e.getMessage()).append(">");
        }
        return response.toString();
    }
}
