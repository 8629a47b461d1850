package dev.makegood.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.audit.Violation;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.http.SlowSockets;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * T30: four times the load that the server can take, slow clients, and a hot customer whose row somebody outside keeps
 * locked. Whoever is refused is told when to come again, health is answered, and soon after all is as before.
 */
class FourfoldLoadTest {

    private static final Duration OVERLOADED_FOR =
            Duration.ofSeconds(Integer.getInteger("makegood.overload.seconds", 4));
    private static final Duration MEASURED_FOR = Duration.ofSeconds(1);
    private static final Duration QUICK = Duration.ofSeconds(1);

    /** How much slower calls may be than before the load, where the machine of a build is slow itself. */
    private static final int SLOWER_MAX = 20;
    private static final Duration NORMAL_AGAIN_WITHIN = Duration.ofSeconds(5);
    private static final int FACTOR = 4;
    private static final int CALLERS = 16;
    private static final int IN_FLIGHT_MAX = 1_000;
    private static final int OTHERS = 4;
    private static final int HOT = 200;
    private static final int SLOW = 200;
    private static final long HEAP_GROWTH_MAX = 64L << 20;
    private static final long HEAP_GROWTH_PER_FILM_MAX = 16L << 10;
    private static final String TOKEN = "a-token-of-the-overload-test-0123456789";
    private static final String ORDER = "{\"prompt\":\"A cat at sunset\",\"quality\":\"standard\"}";

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final FakeSuperDuperAi films = new FakeSuperDuperAi(InstantSource.system(), TOKEN);
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpClient goodClient = HttpClient.newHttpClient();
    private final AtomicInteger customers = new AtomicInteger();
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> healthCalls = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> otherCalls = new ConcurrentLinkedQueue<>();
    private Server server;
    private String key;

    /** Few connections, so that they are the limit, and not the processor that the callers need as well. */
    @BeforeEach
    void start() {
        server = Server.start(Settings.read(SettingSources.of(Map.of(), Map.of(
                "MAKEGOOD_DATABASE_URL", database.jdbcUrl(),
                "MAKEGOOD_DATABASE_USER", database.owner().user(),
                "MAKEGOOD_DATABASE_PASSWORD", database.owner().password(),
                "MAKEGOOD_DATABASE_CONNECTIONS", "4", "MAKEGOOD_PORT", "0",
                "MAKEGOOD_RATE_KEY", "0", "SUPERDUPERAI_URL", films.baseUrl().toString(),
                "SUPERDUPERAI_TOKEN", TOKEN))));
        key = server.installation().keyring().create(Role.APP, "test", "test").text();
    }

    @AfterEach
    void stop() {
        server.stop();
        client.close();
        goodClient.close();
        films.close();
    }

    @Test
    @Timeout(900)
    void whoever_cannot_be_served_is_told_to_come_again_and_nothing_stays_behind()
            throws Exception {
        assertThat(call(client, order("app/hot")).statusCode()).isEqualTo(201);
        double warmUp = measuredOrdersPerSecond();
        double capacity = Math.max(warmUp, measuredOrdersPerSecond());
        var healthBefore = healthWithoutLoad();
        long heapBefore = heapAfterCollection();
        int filmsBefore = films.projects().size();
        try (var outside = lockCustomer("hot");
                var slow = SlowSockets.open(server.address().getPort(), SLOW,
                        "POST /api/stripe/webhook HTTP/1.1\r\nHost: a\r\n"
                                + "Content-Length: 100000\r\n\r\n{")) {
            overload(FACTOR * capacity, slow);
            outside.rollback();
        }

        var normalAgainAfter = timeUntilNormal(timesAnOrder(2, capacity));
        long heapGrowth = heapAfterCollection() - heapBefore;
        System.out.printf(
                "T30: %.0f orders a second measured, %.0f asked for: %s; health: %d calls,"
                        + " p99 %d ms; others: %d calls, p99 %d ms; normal again after %d ms; heap %+d MB%n",
                capacity, FACTOR * capacity, statuses, healthCalls.size(),
                p99(healthCalls).toMillis(), otherCalls.size(), p99(otherCalls).toMillis(),
                normalAgainAfter.toMillis(), heapGrowth >> 20);
        assertThat(failures).isEmpty();
        assertThat(statuses.keySet()).isSubsetOf(201, 202, 402, 429, 503);
        assertThat(p99(healthCalls))
                .isLessThan(longer(QUICK, healthBefore.multipliedBy(SLOWER_MAX)));
        assertThat(p99(otherCalls)).isLessThan(timesAnOrder(6, capacity));
        assertThat(normalAgainAfter).isLessThan(NORMAL_AGAIN_WITHIN);
        assertThat(heapGrowth).isLessThan(HEAP_GROWTH_MAX
                + HEAP_GROWTH_PER_FILM_MAX * (films.projects().size() - filmsBefore));
        everythingAddsUp();
    }

    private void everythingAddsUp() {
        var violations = new ArrayList<Violation>();
        server.installation().makegood().audit().checkAll(violations::add);
        assertThat(violations).isEmpty();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Duration healthWithoutLoad() throws Exception {
        var calls = new ConcurrentLinkedQueue<Duration>();
        for (int i = 0; i < 50; i++) {
            callHealth(calls);
        }
        return p99(calls);
    }

    /** By so many callers at once that nobody waits for a caller. */
    private double measuredOrdersPerSecond() throws Exception {
        var served = new LongAdder();
        long end = System.nanoTime() + MEASURED_FOR.toNanos();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                submit(callers, () -> {
                    while (System.nanoTime() < end) {
                        var response = call(client, order(nextCustomer()));
                        assertServedOrAskedToComeAgain(response);
                        served.add(response.statusCode() == 201 ? 1 : 0);
                    }
                    return null;
                });
            }
        }
        return served.doubleValue() / MEASURED_FOR.toSeconds();
    }

    /** The crowd comes whether it is served or not; beyond so many in flight it is the crowd that cannot do more. */
    private void overload(double ordersPerSecond, SlowSockets slow) throws Exception {
        var inFlight = new Semaphore(IN_FLIGHT_MAX);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < HOT; i++) {
                submit(callers, () -> callOfCrowd("app/hot"));
            }
            long start = System.nanoTime();
            long end = start + OVERLOADED_FOR.toNanos();
            submit(callers, () -> callHealthUntil(end, slow));
            for (int i = 0; i < OTHERS; i++) {
                submit(callers, () -> callAsOthersUntil(end));
            }
            for (long sent = 0; System.nanoTime() < end; sent++) {
                Thread.sleep(Duration.ofNanos(Math.max(0,
                        start + (long) (sent * 1e9 / ordersPerSecond) - System.nanoTime())));
                if (inFlight.tryAcquire()) {
                    submit(callers, () -> {
                        try {
                            return callOfCrowd(nextCustomer());
                        } finally {
                            inFlight.release();
                        }
                    });
                }
            }
        }
    }

    private void submit(ExecutorService callers, Callable<Void> calls) {
        callers.execute(() -> {
            try {
                var unused = calls.call();
            } catch (Exception | AssertionError e) {
                failures.add(e);
            }
        });
    }

    private Void callOfCrowd(String customer) throws Exception {
        var response = call(client, order(customer));
        statuses.computeIfAbsent(response.statusCode(), status -> new LongAdder()).increment();
        assertServedOrAskedToComeAgain(response);
        return null;
    }

    private Void callHealthUntil(long end, SlowSockets slow) throws Exception {
        while (System.nanoTime() < end) {
            slow.sendOneByteEach();
            callHealth(healthCalls);
        }
        return null;
    }

    private void callHealth(Queue<Duration> took) throws Exception {
        for (var path : List.of("/health/live", "/health/ready")) {
            assertThat(timed(took, read(path, "app/other")).statusCode()).isEqualTo(200);
        }
    }

    private Void callAsOthersUntil(long end) throws Exception {
        while (System.nanoTime() < end) {
            callAsOthers(otherCalls);
        }
        return null;
    }

    private void callAsOthers(Queue<Duration> took) throws Exception {
        assertServedOrAskedToComeAgain(timed(took, read("/api/user/balance", "app/other")));
        assertServedOrAskedToComeAgain(timed(took, order(nextCustomer())));
    }

    private HttpResponse<String> timed(Queue<Duration> took, HttpRequest request)
            throws Exception {
        long before = System.nanoTime();
        var response = call(goodClient, request);
        took.add(Duration.ofNanos(System.nanoTime() - before));
        return response;
    }

    private static Duration p99(Queue<Duration> took) {
        var sorted = new ArrayList<>(took);
        sorted.sort(null);
        return sorted.get(sorted.size() * 99 / 100);
    }

    /** So many times what an order took when as many callers as this asked for one after another, or a second. */
    private static Duration timesAnOrder(int times, double capacity) {
        return longer(QUICK, Duration.ofMillis((long) (1_000 * times * CALLERS / capacity)));
    }

    private Duration timeUntilNormal(Duration quick) throws Exception {
        long before = System.nanoTime();
        for (int served = 0; served < 3;) {
            long sent = System.nanoTime();
            boolean isServed = call(goodClient, order(nextCustomer())).statusCode() == 201;
            served = isServed && System.nanoTime() - sent < quick.toNanos() ? served + 1 : 0;
            assertThat(System.nanoTime() - before).isLessThan(NORMAL_AGAIN_WITHIN.toNanos() * 4);
        }
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private static void assertServedOrAskedToComeAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201, 202, 402, 429, 503);
        if (answer.statusCode() == 429 || answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static long heapAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Connection lockCustomer(String subject) throws Exception {
        var outside = database.asOwner().getConnection();
        outside.setAutoCommit(false);
        try (var statement = outside.createStatement()) {
            statement.execute("select 1 from makegood.customer where subject = '" + subject
                    + "' for update");
        }
        return outside;
    }

    private String nextCustomer() {
        return "app/customer-" + customers.incrementAndGet();
    }

    private static HttpResponse<String> call(HttpClient client, HttpRequest request)
            throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest order(String customer) {
        return request("/api/story-editor/generate", customer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ORDER))
                .build();
    }

    private HttpRequest read(String path, String customer) {
        return request(path, customer).build();
    }

    private HttpRequest.Builder request(String path, String customer) {
        return HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Authorization", "Bearer " + key)
                .header("Makegood-Customer", customer);
    }
}
