package dev.makegood.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a stranger can reach of a running embedded PostgreSQL, and so of the libraries in it. */
class EmbeddedPostgresReachTest {

    private static final int SSL_REQUEST = 80877103;
    private static final int TIMEOUT_MILLIS = 5_000;

    private final EmbeddedPostgres postgres = TestPostgres.shared().server();

    @Test
    void it_speaks_no_tls() throws IOException, SQLException {
        try (var socket = connect("127.0.0.1")) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(8);
            request.writeInt(SSL_REQUEST);

            assertThat((char) socket.getInputStream().read()).isEqualTo('N');
        }
        assertThat(query("show ssl")).isEqualTo("off");
    }

    @Test
    void no_other_address_of_this_machine_answers() throws IOException {
        assertThat(otherAddresses()).isNotEmpty()
                .allSatisfy(address -> assertThatThrownBy(() -> connect(address).close())
                        .isInstanceOf(ConnectException.class));
    }

    @Test
    void no_database_sorts_with_icu() throws SQLException {
        assertThat(query("select string_agg(distinct datlocprovider::text, ',') from pg_database"))
                .doesNotContain("i");
    }

    /** Another one of loopback too: listening everywhere shows on a machine without a network. */
    private static List<String> otherAddresses() throws IOException {
        var own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .map(InetAddress::getHostAddress);
        var loopback = System.getProperty("os.name").equals("Linux") ? Stream.of("127.0.0.2")
                : Stream.<String>empty();
        return Stream.concat(own, loopback).toList();
    }

    private Socket connect(String address) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(address, postgres.port()), TIMEOUT_MILLIS);
        return socket;
    }

    private static String query(String sql) throws SQLException {
        try (var connection =
                TestPostgres.shared().freshDatabase().asOwner().getConnection()) {
            return PlainSql.query(connection, sql);
        }
    }
}
