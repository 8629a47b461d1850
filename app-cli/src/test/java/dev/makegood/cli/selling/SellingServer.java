package dev.makegood.cli.selling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.money.Money;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Hostname;
import dev.makegood.server.Server;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.yookassa.fake.FakeYooKassa;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that sells, and both gateways, whose notices a test delivers by hand. */
final class SellingServer implements AutoCloseable {

    static final String KEY = "sk_test_1234567890abcdef";
    static final String SECRET = "whsec_1234567890abcdef";
    static final String ADA = "app/ada";
    static final String SHOP_ID = "100500";
    static final String SHOP_KEY = "test_a-key-of-a-shop-0123456789";

    /** One of the addresses that YooKassa publishes; the peer of a test is the proxy in front. */
    static final String YOOKASSA_ADDRESS = "185.71.76.1";

    private static final JsonMapper JSON = new JsonMapper();

    final FakeStripe stripe = new FakeStripe(InstantSource.system(), KEY, SECRET);
    final FakeYooKassa yooKassa = new FakeYooKassa(InstantSource.system(), SHOP_ID, SHOP_KEY);
    final Server server;

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String app;
    private final String operator;

    SellingServer() {
        server = Server.start(Settings.read(SettingSources.of(Map.of(), Map.ofEntries(
                Map.entry("MAKEGOOD_DATABASE_URL", database.jdbcUrl()),
                Map.entry("MAKEGOOD_DATABASE_USER", database.owner().user()),
                Map.entry("MAKEGOOD_DATABASE_PASSWORD", database.owner().password()),
                Map.entry("MAKEGOOD_DATABASE_CONNECTIONS", "8"),
                Map.entry("MAKEGOOD_PORT", "0"),
                Map.entry("MAKEGOOD_RATE_ANONYMOUS", "0"),
                Map.entry("MAKEGOOD_TRUSTED_PROXIES", "127.0.0.1"),
                Map.entry("STRIPE_URL", stripe.baseUrl().toString()),
                Map.entry("STRIPE_SECRET_KEY", KEY),
                Map.entry("STRIPE_WEBHOOK_SECRET", SECRET),
                Map.entry("YOOKASSA_URL", yooKassa.baseUrl().toString()),
                Map.entry("YOOKASSA_SHOP_ID", SHOP_ID),
                Map.entry("YOOKASSA_SECRET_KEY", SHOP_KEY),
                Map.entry("FRONTEND_URL", "https://shop.example")))));
        app = server.installation().keyring().create(Role.APP, "test", "test").text();
        operator = server.installation().keyring().create(Role.OPERATOR, "test", "test").text();
    }

    /** Creates a payment for the pack of 100 credits, 199 roubles; returns its id. */
    String createPayment(String gateway) {
        var payment = send(request("/api/payments", app)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(JSON.createObjectNode()
                        .put("pack", "starter")
                        .put("gateway", gateway)))));
        return payment.path("paymentId").stringValue();
    }

    /** Orders a generation for this hostname, at 10.00 EUR through Stripe; returns its id. */
    String orderGeneration(String hostname) {
        server.installation()
                .makegood()
                .generations()
                .saveCalculation(new Calculation(new Hostname(hostname),
                        Currency.getInstance("EUR"),
                        List.of(new Calculation.ProviderPrice("gemini", Money.of(1_000, "EUR"),
                                BigDecimal.ONE)),
                        Instant.now()));
        return send(request("/api/generation-requests", app)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(JSON.createObjectNode()
                        .put("hostname", hostname)
                        .put("provider", "gemini")))))
                                .path("generationRequestId")
                                .stringValue();
    }

    /** The page of a generation, as a browser gets it. */
    String payPage(String generation) {
        try {
            return client.send(HttpRequest.newBuilder(at("/pay/" + generation)).build(),
                    BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode payment(String id) {
        return send(request("/api/payments/" + id, app));
    }

    boolean isPaid(String payment) {
        return payment(payment).path("status").stringValue("").equals("succeeded");
    }

    boolean isRefunded(String payment) {
        return payment(payment).path("refunded").path("value").stringValue("").matches(".*[1-9].*");
    }

    long available() {
        return send(request("/api/user/balance", app)).path("available").longValue();
    }

    /** Why payments of a customer are quarantined, as an operator reads it. */
    List<String> quarantineReasons(String customer) {
        return reasons("&customer=" + customer);
    }

    /** Why notices of no customer are quarantined. */
    List<String> systemQuarantineReasons() {
        return reasons("");
    }

    private List<String> reasons(String query) {
        var reasons = new ArrayList<String>();
        for (var event : send(request("/api/ops/events?limit=100" + query, operator))
                .path("events")) {
            if (event.path("type").stringValue().equals("payment.quarantined")) {
                reasons.add(event.path("facts").path("reason").asString(""));
            }
        }
        return reasons;
    }

    /** How many events say that a payment or a notice is quarantined. */
    long quarantineCount() {
        try (var connection = database.asOwner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from makegood.event"
                        + " where event_type = 'payment.quarantined'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Delivers a notice; returns the status. */
    int deliverNotice(String gateway, byte[] body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(at("/api/" + gateway + "/webhook"))
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + key)
                .header("Makegood-Customer", ADA)
                .header("Content-Type", "application/json");
    }

    private URI at(String path) {
        return URI.create(server.address() + path);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<String> violations() {
        var found = new ArrayList<String>();
        var unused = server.installation()
                .makegood()
                .audit()
                .checkAll(violation -> found.add(violation.toString()));
        return found;
    }

    @Override
    public void close() {
        client.close();
        server.close();
        stripe.close();
        yooKassa.close();
    }
}
