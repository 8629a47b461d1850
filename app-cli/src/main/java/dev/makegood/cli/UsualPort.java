package dev.makegood.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The port everybody expects a demo on; another one if somebody has it, for nothing must be configured. */
final class UsualPort {

    private static final int USUAL = 8080;

    private UsualPort() {}

    static String orAnyFree() {
        try (var probe = new ServerSocket(USUAL, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(probe.getLocalPort());
        } catch (IOException e) {
            return "0";     // taken: any other will do
        }
    }
}
