package dev.makegood.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The usual port, or a free one if it is taken: a demo needs no configuration. */
final class DemoPort {

    private static final int PORT_DEFAULT = 8080;

    private DemoPort() {}

    static String defaultOrFree() {
        try (var probe = new ServerSocket(PORT_DEFAULT, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(probe.getLocalPort());
        } catch (IOException e) {
            return "0";     // taken: any other will do
        }
    }
}
