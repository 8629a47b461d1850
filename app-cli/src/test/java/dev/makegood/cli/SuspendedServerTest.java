package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.pipelines.PipelineFault;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/**
 * T28: of two servers on one database one is suspended (SIGSTOP), for longer than its leases, in the middle of what
 * it does; then it is continued. The other has taken over meanwhile.
 */
class SuspendedServerTest {

    private static final Duration SUSPENDED_FOR =
            Duration.ofSeconds(Integer.getInteger("makegood.suspended.seconds", 5));
    private static final String LEASE = "3s";
    private static final String TOKEN = "a-token-of-the-suspension-test-0123456789";
    private static final String ROOT_KEY = "a-root-key-of-the-suspension-test-0123456789";
    private static final String ORDER = "{\"prompt\":\"A cat at sunset\",\"quality\":\"standard\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final FakeSuperDuperAi films = new FakeSuperDuperAi(InstantSource.system(), TOKEN)
            .pacing(Duration.ofMillis(100));
    private final AtomicReference<Runnable> atNextCall = new AtomicReference<>(() -> {});
    private final HttpClient client = HttpClient.newHttpClient();
    private ServerProcess suspended;
    private ServerProcess other;
    private AutoCloseable ticking;

    /** A server in a process of its own. */
    private record ServerProcess(ChildJvm process, String url) {

        static ServerProcess start(Map<String, String> settings) throws IOException {
            var process = ChildJvm.start(Main.class, settings, "serve", "--json");
            var started = process.readLine();
            assertThat(started).as(process.errors()).isNotNull();
            return new ServerProcess(process,
                    new JsonMapper().readTree(started).path("url").asString());
        }
    }

    @BeforeEach
    void startBoth() throws Exception {
        films.server().drawFaultsFrom(() -> {
            atNextCall.getAndSet(() -> {}).run();
            return PipelineFault.NONE;
        });
        suspended = ServerProcess.start(settings());
        awaitThat(() -> query("select count(*) from makegood.lease").equals("1"));
        other = ServerProcess.start(settings());
        ticking = films.tickEvery(Duration.ofMillis(100));
    }

    @AfterEach
    void stopBoth() throws Exception {
        ticking.close();
        suspended.process().close();
        other.process().close();
        client.close();
        films.close();
    }

    @Test
    @Timeout(180)
    void what_another_server_took_over_is_not_done_twice() throws Exception {
        assertThat(order(suspended, "app/before").statusCode()).isIn(201, 202);
        awaitThat(() -> countOf("completed") == 1);
        var leaseBefore = lease();
        var isSuspended = new CompletableFuture<Void>();
        atNextCall.set(() -> {
            suspended.process().suspend();
            isSuspended.complete(null);
        });
        var interrupted = orderLater(suspended, "app/interrupted");
        isSuspended.get();
        var unanswered = orderLater(suspended, "app/unanswered");
        long suspendedAt = System.nanoTime();

        assertThat(order(other, "app/meanwhile").statusCode()).isIn(201, 202);
        awaitThat(() -> !lease().holder().equals(leaseBefore.holder()));
        awaitThat(() -> countOf("processing", "completed") == 3);
        assertThat(films.projects()).as("taken over, not started again").hasSize(3);
        sleepUntil(suspendedAt + SUSPENDED_FOR.toNanos());
        var leaseMeanwhile = lease();
        suspended.process().resume();

        assertThat(interrupted.get().statusCode()).isIn(201, 202);
        assertThat(unanswered.get().statusCode()).isIn(201, 202);
        assertThat(order(suspended, "app/after").statusCode()).isIn(201, 202);
        awaitThat(() -> countOf("completed") == 5);
        everythingHappenedOnce();
        theLeaseStaysWithTheOther(leaseMeanwhile);
        theClockIsRight();
        verifyHolds();
    }

    private void everythingHappenedOnce() throws Exception {
        assertThat(films.projects()).as("one film for each order").hasSize(5);
        assertThat(query("select count(*) from (select 1 from makegood.event where event_type in"
                + " ('project.started', 'project.completed', 'credits.captured')"
                + " group by customer_id, event_type having count(*) > 1) twice")).isEqualTo("0");
        awaitThat(() -> query("select count(*) from makegood.outbox").equals("0"));
    }

    /** The one that was continued does not take it back as long as it is renewed. */
    private void theLeaseStaysWithTheOther(EventsLease meanwhile) throws SQLException {
        assertThat(lease().holder()).isEqualTo(meanwhile.holder());
        assertThat(lease().fence()).isGreaterThan(meanwhile.fence());
    }

    private void theClockIsRight() throws Exception {
        var ready = client.send(request(suspended, "/health/ready", "app/after").build(),
                BodyHandlers.ofString());
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"status\":\"ready\"").doesNotContain("clock");
        assertThat(query("select abs(extract(epoch from max(occurred_at) - clock_timestamp())) < 60"
                + " from makegood.event")).isEqualTo("t");
    }

    private void verifyHolds() throws Exception {
        try (var verify = ChildJvm.start(Main.class, settings(), "verify")) {
            assertThat(verify.waitForExit()).as(verify.errors()).isZero();
        }
    }

    private Map<String, String> settings() {
        return Map.ofEntries(Map.entry("MAKEGOOD_DATABASE_URL", database.jdbcUrl()),
                Map.entry("MAKEGOOD_DATABASE_USER", database.owner().user()),
                Map.entry("MAKEGOOD_DATABASE_PASSWORD", database.owner().password()),
                Map.entry("MAKEGOOD_PORT", "0"), Map.entry("MAKEGOOD_ROOT_KEY", ROOT_KEY),
                Map.entry("MAKEGOOD_TASK_LEASE", LEASE), Map.entry("MAKEGOOD_EVENTS_LEASE", LEASE),
                Map.entry("SUPERDUPERAI_URL", films.baseUrl().toString()),
                Map.entry("SUPERDUPERAI_TOKEN", TOKEN), Map.entry("SUPERDUPERAI_TIMEOUT", "2s"),
                Map.entry("SUPERDUPERAI_DEADLINE", "1s"));
    }

    private HttpResponse<String> order(ServerProcess server, String customer) throws Exception {
        return client.send(orderOf(server, customer), BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> orderLater(
            ServerProcess server, String customer) {
        return client.sendAsync(orderOf(server, customer), BodyHandlers.ofString());
    }

    private static HttpRequest orderOf(ServerProcess server, String customer) {
        return request(server, "/api/story-editor/generate", customer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ORDER))
                .build();
    }

    private static HttpRequest.Builder request(
            ServerProcess server, String path, String customer) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer " + ROOT_KEY)
                .header("Makegood-Customer", customer);
    }

    /** Who delivers events, and how often it was claimed. */
    private record EventsLease(String holder, long fence) {}

    private EventsLease lease() throws SQLException {
        var row = query("select fence || ' ' || holder from makegood.lease").split(" ", 2);
        return new EventsLease(row[1], Long.parseLong(row[0]));
    }

    private long countOf(String... statuses) throws SQLException {
        return Long.parseLong(query("select count(*) from makegood.project where status in ('"
                + String.join("','", statuses) + "')"));
    }

    private String query(String sql) throws SQLException {
        try (var connection = database.asOwner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void awaitThat(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("not within %s", PATIENCE).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, nanos - System.nanoTime())));
    }
}
