package dev.makegood.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that send a byte now and then, and read nothing. */
public final class SlowSockets implements AutoCloseable {

    private static final int RECEIVE_BUFFER_BYTES = 4 * 1024;

    private final List<SocketChannel> channels = new ArrayList<>();

    private SlowSockets() {}

    /** Each begins with these bytes. */
    public static SlowSockets open(int port, int count, String beginning) throws IOException {
        var sockets = new SlowSockets();
        for (int i = 0; i < count; i++) {
            var channel = SocketChannel.open();
            sockets.channels.add(channel);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(beginning.getBytes(StandardCharsets.ISO_8859_1)));
            channel.configureBlocking(false);
        }
        return sockets;
    }

    /** Those that the server has closed meanwhile do not count. */
    public void sendOneByteEach() {
        for (var channel : channels) {
            try {
                var unused = channel.write(ByteBuffer.wrap(new byte[] {'a'}));
            } catch (IOException e) {
                closeQuietly(channel);
            }
        }
        channels.removeIf(channel -> !channel.isOpen());
    }

    /** Sends a byte to each until the server has closed all; how many are left after that many rounds. */
    int openAfter(int rounds, long millisBetween) throws InterruptedException {
        for (int i = 0; i < rounds && !channels.isEmpty(); i++) {
            sendOneByteEach();
            Thread.sleep(millisBetween);
        }
        return channels.size();
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        channels.forEach(SlowSockets::closeQuietly);
    }
}
