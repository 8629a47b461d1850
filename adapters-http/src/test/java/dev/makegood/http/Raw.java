package dev.makegood.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes sent as they are, for what no client would send. */
final class Raw {

    private Raw() {}

    /** What came back until the other side hung up, or said nothing more for a while. */
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
        var answer = new StringBuilder();
        try {
            for (int b = socket.getInputStream().read(); b >= 0;) {
                answer.append((char) b);
                b = socket.getInputStream().read();
            }
        } catch (IOException e) {
            answer.append("<").append(e.getMessage()).append(">");
        }
        return answer.toString();
    }
}
