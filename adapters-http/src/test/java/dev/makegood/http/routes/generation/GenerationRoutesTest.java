package dev.makegood.http.routes.generation;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.http.StorageSnapshot;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import dev.makegood.http.server.CheckoutConfig;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generations for hostnames: calculated, ordered, paid, completed. */
class GenerationRoutesTest {

    private static final String REQUESTS = "/api/generation-requests";
    private static final String SITE = "/api/calculations/example.com";

    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;

    @BeforeEach
    void setCalculation() {
        testServer.setCalculation("example.com");
    }

    @AfterEach
    void stop() {
        testServer.close();
    }

    private TestResponse order(String customer, String provider, String... headers) {
        return client.post(customer, REQUESTS,
                "{\"hostname\":\"example.com\",\"provider\":\"" + provider + "\"}", headers);
    }

    private TestResponse read(String customer, String id) {
        return client.get(customer, REQUESTS + "/" + id);
    }

    private TestResponse as(Role role, String method, String path, String body) {
        return client.send(client.as(role, path).method(method, BodyPublishers.ofString(body)));
    }

    private String paymentOf(String request) {
        return testServer.makegood.generations()
                .find(new ProjectId(UUID.fromString(request)))
                .orElseThrow()
                .payment()
                .toString();
    }

    @Test
    void what_is_free_is_queued_at_once() {
        var testResponse = order(TestServer.ADA, "ollama");

        assertThat(testResponse.status()).as(testResponse.text()).isEqualTo(201);
        assertThat(testResponse.field("status")).isEqualTo("pending");
        assertThat(testResponse.json().get("isPaid").asBoolean()).isFalse();
        assertThat(testResponse.json().get("paymentLink").isNull()).isTrue();
        testServer.runDueTasks();
        assertThat(read(TestServer.ADA, testResponse.field("id")).field("status"))
                .isEqualTo("processing");
        assertThat(testServer.gateway.checkouts()).isZero();
    }

    @Test
    void what_costs_money_is_paid_first_and_then_done() {
        var asked = order(TestServer.ADA, "gemini");
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text()).matches("\\{\"requiresPayment\":true,\"paymentLink\":\"[^\"]+\","
                + "\"amount\":1148.18,\"currency\":\"EUR\",\"generationRequestId\":\"[^\"]+\"}");
        var id = asked.field("generationRequestId");
        assertThat(read(TestServer.ADA, id).field("paymentLink"))
                .isEqualTo(asked.field("paymentLink"));
        assertThat(read(TestServer.ADA, id).field("status")).isEqualTo("pending");

        testServer.payAtGateway(paymentOf(id));
        testServer.runDueTasks();

        assertThat(read(TestServer.ADA, id).field("status")).isEqualTo("processing");
        assertThat(read(TestServer.ADA, id).json().get("isPaid").asBoolean()).isTrue();
        client.report(id, "completed");
        var done = read(TestServer.ADA, id);
        assertThat(done.field("status")).isEqualTo("completed");
        assertThat(done.text()).contains("\"calculation\":{\"hostname\":\"example.com\","
                + "\"currency\":\"EUR\",\"prices\":[{\"provider\":\"gemini\","
                + "\"price\":{\"total\":1148.18,\"perUrl\":0.00097}}");
        assertThat(order(TestServer.ADA, "gemini").field("generationRequestId")).isNotEqualTo(id);
    }

    @Test
    void the_same_again_while_unpaid_is_the_same_request_and_an_expired_link_is_renewed() {
        var first = order(TestServer.ADA, "gemini");
        assertThat(order(TestServer.ADA, "gemini").text()).isEqualTo(first.text());
        var id = first.field("generationRequestId");
        testServer.gateway.expires(new GatewayRef("fake", "cs_" + paymentOf(id)));

        var renewed = order(TestServer.ADA, "gemini");

        assertThat(renewed.field("generationRequestId")).isEqualTo(id);
        assertThat(renewed.field("paymentLink")).isNotEqualTo(first.field("paymentLink"));
        var details = testServer.makegood.payments()
                .find(new PaymentId(UUID.fromString(paymentOf(id))))
                .orElseThrow()
                .details();
        assertThat(details.returnUrls().success()).isEqualTo("https://product.example/pay/" + id);
    }

    @Test
    void equal_orders_at_once_are_one_request_with_one_payment() throws Exception {
        testServer.customer(TestServer.ADA, 1);
        var answers = new ArrayList<TestResponse>();
        Callable<TestResponse> equal = () -> order(TestServer.ADA, "gemini");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(nCopies(30, equal))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).extracting(testResponse -> testResponse.field("generationRequestId"))
                .containsOnly(
                        answers.getFirst().field("generationRequestId"));
        assertThat(testServer.gateway.checkouts()).isEqualTo(1);
    }

    @Test
    void the_same_key_is_answered_as_the_first_time() {
        var first = order(TestServer.ADA, "gemini", "Idempotency-Key", "k");
        testServer.gateway.expires(new GatewayRef("fake",
                "cs_" + paymentOf(first.field("generationRequestId"))));

        var again = order(TestServer.ADA, "gemini", "Idempotency-Key", "k");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void while_the_checkout_is_unknown_there_is_no_link_and_the_same_order_gets_it_later() {
        testServer.gateway.losesAnswers(true);

        var asked = order(TestServer.ADA, "gemini");

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json().get("requiresPayment").asBoolean()).isTrue();
        assertThat(asked.field("status")).isEqualTo("pending");
        assertThat(asked.json().has("paymentLink")).isFalse();
        testServer.gateway.losesAnswers(false);
        var known = order(TestServer.ADA, "gemini");
        assertThat(known.field("generationRequestId"))
                .isEqualTo(asked.field("generationRequestId"));
        assertThat(known.field("paymentLink")).isNotEmpty();
        assertThat(testServer.gateway.checkouts()).isEqualTo(1);
    }

    @Test
    void a_refusal_of_the_gateway_is_answered_and_the_order_may_be_repeated() {
        testServer.gateway.refuses(true);
        var refused = order(TestServer.ADA, "gemini");
        testServer.gateway.refuses(false);

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.field("code")).isEqualTo("provider_refused");
        assertThat(order(TestServer.ADA, "gemini").field("generationRequestId"))
                .isEqualTo(refused.field("generationRequestId"));
    }

    @ParameterizedTest
    @CsvSource({"unknown.example,gemini,hostname", "example.com,dall-e,provider",
            "localhost,gemini,hostname", "127.0.0.1,gemini,hostname",
            "http://example.com/,gemini,hostname", "exa_mple.com,gemini,hostname",
            "[::1],gemini,hostname", "example.com,GEMINI,provider"})
    void what_cannot_be_ordered_is_an_invalid_request_and_creates_no_customer(
            String hostname, String provider, String field) {
        var testResponse = client.post("app/new", REQUESTS, "{\"hostname\":\"" + hostname
                + "\",\"provider\":\"" + provider + "\"}");

        assertThat(testResponse.status()).isEqualTo(400);
        assertThat(testResponse.field("errors/0/field")).isEqualTo(field);
        assertThat(testServer.isUnknown("app/new")).isTrue();
    }

    @Test
    void a_request_is_its_customers_only() {
        var id = order(TestServer.ADA, "gemini").field("generationRequestId");
        testServer.customer(TestServer.BOB, 1);

        assertThat(read(TestServer.BOB, id).status()).isEqualTo(404);
        assertThat(order(TestServer.BOB, "gemini").field("generationRequestId")).isNotEqualTo(id);
    }

    @Test
    void without_a_gateway_only_what_is_free_can_be_ordered() {
        try (var withoutGateway =
                new TestServer(s -> s, new CheckoutConfig(Map.of(), TestServer.FRONT_END_URL, null,
                        List.of()))) {
            withoutGateway.setCalculation("example.com");
            var priced = withoutGateway.client.post("app/new", REQUESTS,
                    "{\"hostname\":\"example.com\",\"provider\":\"gemini\"}");

            assertThat(priced.status()).isEqualTo(503);
            assertThat(priced.field("code")).isEqualTo("provider_unavailable");
            assertThat(withoutGateway.isUnknown("app/new")).isTrue();
            assertThat(withoutGateway.client.post(TestServer.ADA, REQUESTS,
                    "{\"hostname\":\"example.com\",\"provider\":\"ollama\"}").status())
                            .isEqualTo(201);
        }
    }

    @Test
    void an_operator_sets_prices_and_products_read_them() {
        var body = "{\"currency\":\"EUR\",\"prices\":[{\"provider\":\"gemini\",\"price\":"
                + "{\"total\":1148.18,\"perUrl\":0.00000001}}]}";

        var set = as(Role.OPERATOR, "PUT", "/api/calculations/Other.Example", body);

        assertThat(set.status()).as(set.text()).isEqualTo(200);
        var read = as(Role.APP, "GET", "/api/calculations/other.example", "");
        assertThat(read.text()).isEqualTo(set.text())
                .startsWith("{\"hostname\":\"other.example\"," + body.substring(1,
                        body.length() - 1));
        assertThat(testServer.store.reports()
                .systemEvents(null, 100))
                        .filteredOn(event -> event.type().equals("price.changed"))
                        .singleElement()
                        .satisfies(event -> assertThat(event.facts())
                                .containsEntry("hostname", "other.example")
                                .containsEntry("prices", "gemini 1148.18 EUR")
                                .hasEntrySatisfying("actor",
                                        actor -> assertThat(actor).startsWith("operator:")));
        assertThat(as(Role.APP, "PUT", SITE, body).status()).isEqualTo(403);
        assertThat(as(Role.APP, "GET", "/api/calculations/none.example", "").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "EUR | {'provider':'gemini','price':{'total':1148.185}} | prices[0].price.total",
            "JPY | {'provider':'gemini','price':{'total':1.5}} | prices[0].price.total",
            "EUR | {'provider':'gemini','price':{'total':-1}} | prices[0].price.total",
            "EUR | {'provider':'gemini','price':{'total':'1'}} | prices[0].price.total",
            "EUR | {'provider':'gemini','price':{'total':1e999999999}} | prices[0].price.total",
            "EUR | {'provider':'gemini','price':{'total':1e-999999999}} | prices[0].price.total",
            "EUR | {'provider':'gemini','price':{'total':1000000000000}} | prices[0].price.total",
            "EUR | {'provider':'gemini','price':{}} | prices[0].price.total",
            "EUR | {'provider':'gemini','price':1} | prices[0].price",
            "EUR | {'provider':'gemini'} | prices[0].price",
            "EUR | {'provider':'a b','price':{'total':1}} | prices[0].provider",
            "EUR | {'price':{'total':1}} | prices[0].provider",
            "EUR | {'provider':'gemini','x':1,'price':{'total':1}} | prices[0].x",
            "EUR | {'provider':'gemini','price':{'total':1,'x':1}} | prices[0].price.x",
            "EUR | {'provider':'gemini','price':{'total':1,'perUrl':0.000000001}} | "
                    + "prices[0].price.perUrl",
            "EUR | {'provider':'a','price':{'total':1}},{'provider':'a','price':{'total':1}} | "
                    + "prices",
            "EUR | 1 | prices", "XXX | {'provider':'a','price':{'total':1}} | currency",
            "eur | {'provider':'a','price':{'total':1}} | currency",
            "ZZZ | {'provider':'a','price':{'total':1}} | currency"})
    void an_invalid_price_is_refused_and_nothing_is_set(
            String currency, String price, String field) {
        var before = StorageSnapshot.of(testServer.store);

        var testResponse = as(Role.OPERATOR, "PUT", "/api/calculations/new.example",
                ("{'currency':'" + currency + "','prices':[" + price + "]}").replace('\'', '"'));

        assertThat(testResponse.status()).as(testResponse.text()).isEqualTo(400);
        assertThat(testResponse.field("errors/0/field")).isEqualTo(field);
        assertThat(StorageSnapshot.of(testServer.store)).isEqualTo(before);
    }

    @Test
    void prices_are_withdrawn_while_no_payment_was_made_at_them() {
        var id = order(TestServer.ADA, "gemini").field("generationRequestId");

        assertThat(as(Role.OPERATOR, "DELETE", SITE, "").status()).isEqualTo(200);

        assertThat(read(TestServer.ADA, id).field("status")).isEqualTo("failed");
        assertThat(read(TestServer.ADA, id).json().get("paymentLink").isNull()).isTrue();
        assertThat(as(Role.OPERATOR, "DELETE", SITE, "").status()).isEqualTo(404);
    }

    @Test
    void prices_at_which_a_payment_was_made_stay() {
        testServer.payAtGateway(
                paymentOf(order(TestServer.ADA, "gemini").field("generationRequestId")));
        testServer.runDueTasks();

        var testResponse = as(Role.OPERATOR, "DELETE", SITE, "");

        assertThat(testResponse.status()).isEqualTo(409);
        assertThat(testResponse.field("code")).isEqualTo("in_use");
        assertThat(as(Role.APP, "GET", SITE, "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"localhost", "127.0.0.1", "..", "a..b", "%00", "a%2fb.example", "example.com."})
    void a_path_without_a_valid_hostname_is_refused(String hostname) {
        var testResponse = as(Role.OPERATOR, "GET", "/api/calculations/" + hostname, "");

        assertThat(testResponse.status()).as(testResponse.text()).isBetween(400, 405);
    }
}
