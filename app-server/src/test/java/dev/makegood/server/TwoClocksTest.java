package dev.makegood.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T28: two servers on one database, the clock of one an hour ahead, that of the other an hour behind. */
class TwoClocksTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String TOKEN = "a-token-of-the-clocks-test-0123456789";
    private static final String WEBHOOK_SECRET = "whsec_of_the_clocks_test";
    private static final String ORDER = "{\"prompt\":\"A cat at sunset\",\"quality\":\"standard\"}";
    private static final String EVENT = """
            {"id":"evt_clocks","object":"event","api_version":"2026-01-01","created":1,\
            "livemode":false,"pending_webhooks":1,"request":null,"type":"customer.created",\
            "data":{"object":{"id":"cus_1","object":"customer"}}}""";

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final FakeSuperDuperAi films = new FakeSuperDuperAi(InstantSource.system(), TOKEN);
    private final HttpClient client = HttpClient.newHttpClient();
    private Server ahead;
    private Server behind;
    private String key;

    @BeforeEach
    void startBoth() {
        ahead = Server.start(settings(), () -> Instant.now().plus(HOUR));
        behind = Server.start(settings(), () -> Instant.now().minus(HOUR));
        key = ahead.installation().keyring().create(Role.APP, "test", "test").text();
    }

    @AfterEach
    void stopBoth() {
        ahead.stop();
        behind.stop();
        client.close();
        films.close();
    }

    @Test
    void each_works_by_the_databases_clock() throws Exception {
        for (var server : List.of(behind, ahead, behind)) {
            assertThat(order(server)).isEqualTo(201);
        }
        Thread.sleep(2_000);

        assertThat(query("select status || ' ' || count(*) from makegood.project group by status"))
                .as("neither fails what the other has just begun, nor waits for it")
                .isEqualTo("processing 3");
        assertThat(query("select max(abs(extract(epoch from occurred_at - clock_timestamp()))) < 60"
                + " from makegood.event")).as("every event has the database's time").isEqualTo("t");
        assertThat(query("select max(expires_at) < clock_timestamp() + interval '1 minute'"
                + " from makegood.lease")).as("no lease is kept for an hour").isEqualTo("t");
    }

    @Test
    void a_signature_is_as_old_as_it_is_by_the_databases_clock() throws Exception {
        assertThat(deliver(ahead, Instant.now())).isEqualTo(200);
        assertThat(deliver(behind, Instant.now())).isEqualTo(200);

        assertThat(deliver(ahead, Instant.now().plus(HOUR))).isEqualTo(400);
        assertThat(deliver(behind, Instant.now().minus(HOUR))).isEqualTo(400);
    }

    @Test
    void each_says_how_far_its_own_clock_is_off() throws Exception {
        assertThat(ready(ahead)).contains("\"status\":\"ready\"")
                .containsPattern("clock is 3(599|600|601) s ahead of the database's");
        assertThat(ready(behind)).contains("\"status\":\"ready\"")
                .containsPattern("clock is 3(599|600|601) s behind the database's");
    }

    private Settings settings() {
        return Settings.read(SettingSources.of(Map.of(), Map.ofEntries(
                Map.entry("MAKEGOOD_DATABASE_URL", database.jdbcUrl()),
                Map.entry("MAKEGOOD_DATABASE_USER", database.owner().user()),
                Map.entry("MAKEGOOD_DATABASE_PASSWORD", database.owner().password()),
                Map.entry("MAKEGOOD_DATABASE_CONNECTIONS", "4"),
                Map.entry("MAKEGOOD_PORT", "0"),
                Map.entry("SUPERDUPERAI_URL", films.baseUrl().toString()),
                Map.entry("SUPERDUPERAI_TOKEN", TOKEN),
                Map.entry("SUPERDUPERAI_HARD_LIMIT", "30m"),
                Map.entry("FRONTEND_URL", "https://example.com"),
                Map.entry("STRIPE_SECRET_KEY", "sk_test_clocks"),
                Map.entry("STRIPE_WEBHOOK_SECRET", WEBHOOK_SECRET))));
    }

    private int order(Server server) throws Exception {
        return client.send(request(server, "/api/story-editor/generate")
                .header("Authorization", "Bearer " + key)
                .header("Makegood-Customer", "app/" + server.address().getPort() + "-"
                        + System.nanoTime())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ORDER))
                .build(), BodyHandlers.ofString()).statusCode();
    }

    private int deliver(Server server, Instant signedAt) throws Exception {
        long seconds = signedAt.getEpochSecond();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature = HexFormat.of()
                .formatHex(mac.doFinal((seconds + "." + EVENT).getBytes(StandardCharsets.UTF_8)));
        return client.send(request(server, "/api/stripe/webhook")
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", "t=" + seconds + ",v1=" + signature)
                .POST(BodyPublishers.ofString(EVENT))
                .build(), BodyHandlers.ofString()).statusCode();
    }

    private String ready(Server server) throws Exception {
        return client.send(request(server, "/health/ready").build(), BodyHandlers.ofString())
                .body();
    }

    private static HttpRequest.Builder request(Server server, String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path));
    }

    private String query(String sql) throws SQLException {
        try (var connection = database.asOwner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
