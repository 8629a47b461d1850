package dev.makegood.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.server.settings.SettingSources;
import dev.makegood.server.settings.Settings;
import dev.makegood.stripe.fake.FakeStripe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key that the gateway does not take is an operator's mistake: payments wait for the right one. */
class WrongKeyTest {

    private static final String KEY = "sk_test_of_the_server_0123456789";
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final FakeStripe stripe = new FakeStripe(InstantSource.system(), KEY, "whsec_test");
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        stripe.close();
    }

    @Test
    void a_wrong_key_is_no_error_of_the_server_and_the_payment_opens_with_the_right_one()
            throws Exception {
        stripe.rotateKey("another");
        try (var server = Server.start(settings())) {
            var key = server.installation().keyring().create(Role.APP, "test", "test").text();

            var answer = buy(server.address(), key);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(answer.body()).doesNotContain(KEY);

            stripe.rotateKey(KEY);
            var payment = ID.matcher(answer.body());
            assertThat(payment.find()).isTrue();
            assertThat(server.installation()
                    .makegood()
                    .payments()
                    .refresh(new PaymentId(UUID.fromString(payment.group()))))
                            .containsInstanceOf(Payment.Open.class);
        }
    }

    private HttpResponse<String> buy(URI address, String key)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + "/api/payments"))
                .header("Authorization", "Bearer " + key)
                .header("Makegood-Customer", "app/ada")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "one")
                .POST(BodyPublishers.ofString("{\"pack\":\"starter\"}"))
                .build(), BodyHandlers.ofString());
    }

    private Settings settings() {
        return Settings.read(SettingSources.of(Map.of(), Map.of(
                "MAKEGOOD_DATABASE_URL", database.jdbcUrl(),
                "MAKEGOOD_DATABASE_USER", database.owner().user(),
                "MAKEGOOD_DATABASE_PASSWORD", database.owner().password(),
                "MAKEGOOD_DATABASE_CONNECTIONS", "4", "MAKEGOOD_PORT", "0",
                "STRIPE_SECRET_KEY", KEY, "STRIPE_WEBHOOK_SECRET", "whsec_test",
                "STRIPE_URL", stripe.baseUrl().toString(),
                "FRONTEND_URL", "http://localhost:3000")));
    }
}
