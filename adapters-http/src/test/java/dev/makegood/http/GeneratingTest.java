package dev.makegood.http;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.Calls.Got;
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

/** Generations for hostnames: calculated, wished for, paid, done. */
class GeneratingTest {

    private static final String REQUESTS = "/api/generation-requests";
    private static final String SITE = "/api/calculations/example.com";

    private final Stage stage = new Stage();
    private final Calls http = stage.http;

    @BeforeEach
    void calculate() {
        stage.calculated("example.com");
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private Got wish(String customer, String provider, String... headers) {
        return http.post(customer, REQUESTS,
                "{\"hostname\":\"example.com\",\"provider\":\"" + provider + "\"}", headers);
    }

    private Got shown(String customer, String id) {
        return http.get(customer, REQUESTS + "/" + id);
    }

    private Got as(Role role, String method, String path, String body) {
        return http.send(http.as(role, path).method(method, BodyPublishers.ofString(body)));
    }

    private String paymentOf(String request) {
        return stage.makegood.generations()
                .find(new ProjectId(UUID.fromString(request)))
                .orElseThrow()
                .payment()
                .toString();
    }

    @Test
    void what_is_free_is_queued_at_once() {
        var got = wish(Stage.ADA, "ollama");

        assertThat(got.status()).as(got.text()).isEqualTo(201);
        assertThat(got.at("status")).isEqualTo("pending");
        assertThat(got.json().get("isPaid").asBoolean()).isFalse();
        assertThat(got.json().get("paymentLink").isNull()).isTrue();
        stage.settle();
        assertThat(shown(Stage.ADA, got.at("id")).at("status")).isEqualTo("processing");
        assertThat(stage.gateway.checkouts()).isZero();
    }

    @Test
    void what_costs_money_is_paid_first_and_then_done() {
        var asked = wish(Stage.ADA, "gemini");
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text()).matches("\\{\"requiresPayment\":true,\"paymentLink\":\"[^\"]+\","
                + "\"amount\":1148.18,\"currency\":\"EUR\",\"generationRequestId\":\"[^\"]+\"}");
        var id = asked.at("generationRequestId");
        assertThat(shown(Stage.ADA, id).at("paymentLink")).isEqualTo(asked.at("paymentLink"));
        assertThat(shown(Stage.ADA, id).at("status")).isEqualTo("pending");

        stage.pays(paymentOf(id));
        stage.settle();

        assertThat(shown(Stage.ADA, id).at("status")).isEqualTo("processing");
        assertThat(shown(Stage.ADA, id).json().get("isPaid").asBoolean()).isTrue();
        http.reported(id, "completed");
        var done = shown(Stage.ADA, id);
        assertThat(done.at("status")).isEqualTo("completed");
        assertThat(done.text()).contains("\"calculation\":{\"hostname\":\"example.com\","
                + "\"currency\":\"EUR\",\"prices\":[{\"provider\":\"gemini\","
                + "\"price\":{\"total\":1148.18,\"perUrl\":0.00097}}");
        assertThat(wish(Stage.ADA, "gemini").at("generationRequestId")).isNotEqualTo(id);
    }

    @Test
    void the_same_again_while_unpaid_is_the_same_request_and_an_expired_link_is_renewed() {
        var first = wish(Stage.ADA, "gemini");
        assertThat(wish(Stage.ADA, "gemini").text()).isEqualTo(first.text());
        var id = first.at("generationRequestId");
        stage.gateway.expires(new GatewayRef("fake", "cs_" + paymentOf(id)));

        var renewed = wish(Stage.ADA, "gemini");

        assertThat(renewed.at("generationRequestId")).isEqualTo(id);
        assertThat(renewed.at("paymentLink")).isNotEqualTo(first.at("paymentLink"));
        var bill = stage.makegood.payments()
                .find(new PaymentId(UUID.fromString(paymentOf(id))))
                .orElseThrow()
                .bill();
        assertThat(bill.backTo().success()).isEqualTo("https://product.example/pay/" + id);
    }

    @Test
    void equal_wishes_at_once_are_one_request_with_one_payment() throws Exception {
        stage.customer(Stage.ADA, 1);
        var answers = new ArrayList<Got>();
        Callable<Got> equal = () -> wish(Stage.ADA, "gemini");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(nCopies(30, equal))) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).extracting(got -> got.at("generationRequestId"))
                .containsOnly(
                        answers.getFirst().at("generationRequestId"));
        assertThat(stage.gateway.checkouts()).isEqualTo(1);
    }

    @Test
    void the_same_key_is_answered_as_the_first_time() {
        var first = wish(Stage.ADA, "gemini", "Idempotency-Key", "k");
        stage.gateway.expires(new GatewayRef("fake",
                "cs_" + paymentOf(first.at("generationRequestId"))));

        var again = wish(Stage.ADA, "gemini", "Idempotency-Key", "k");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void while_nobody_knows_there_is_no_link_and_the_same_wish_tells_later() {
        stage.gateway.losesAnswers(true);

        var asked = wish(Stage.ADA, "gemini");

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json().get("requiresPayment").asBoolean()).isTrue();
        assertThat(asked.at("status")).isEqualTo("pending");
        assertThat(asked.json().has("paymentLink")).isFalse();
        stage.gateway.losesAnswers(false);
        var known = wish(Stage.ADA, "gemini");
        assertThat(known.at("generationRequestId")).isEqualTo(asked.at("generationRequestId"));
        assertThat(known.at("paymentLink")).isNotEmpty();
        assertThat(stage.gateway.checkouts()).isEqualTo(1);
    }

    @Test
    void a_gateway_that_refuses_is_said_so_and_may_be_asked_again() {
        stage.gateway.refuses(true);
        var refused = wish(Stage.ADA, "gemini");
        stage.gateway.refuses(false);

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.at("code")).isEqualTo("provider_refused");
        assertThat(wish(Stage.ADA, "gemini").at("generationRequestId"))
                .isEqualTo(refused.at("generationRequestId"));
    }

    @ParameterizedTest
    @CsvSource({"unknown.example,gemini,hostname", "example.com,dall-e,provider",
            "localhost,gemini,hostname", "127.0.0.1,gemini,hostname",
            "http://example.com/,gemini,hostname", "exa_mple.com,gemini,hostname",
            "[::1],gemini,hostname", "example.com,GEMINI,provider"})
    void what_cannot_be_had_is_the_requests_fault_and_makes_no_customer(
            String hostname, String provider, String field) {
        var got = http.post("app/new", REQUESTS, "{\"hostname\":\"" + hostname
                + "\",\"provider\":\"" + provider + "\"}");

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.at("errors/0/field")).isEqualTo(field);
        assertThat(stage.isStranger("app/new")).isTrue();
    }

    @Test
    void a_request_is_its_customers_only() {
        var id = wish(Stage.ADA, "gemini").at("generationRequestId");
        stage.customer(Stage.BOB, 1);

        assertThat(shown(Stage.BOB, id).status()).isEqualTo(404);
        assertThat(wish(Stage.BOB, "gemini").at("generationRequestId")).isNotEqualTo(id);
    }

    @Test
    void without_a_gateway_only_what_is_free_can_be_had() {
        try (var poor = new Stage(s -> s, new Counter(Map.of(), Stage.FRONT, null,
                List.of()))) {
            poor.calculated("example.com");
            var priced = poor.http.post("app/new", REQUESTS,
                    "{\"hostname\":\"example.com\",\"provider\":\"gemini\"}");

            assertThat(priced.status()).isEqualTo(503);
            assertThat(priced.at("code")).isEqualTo("provider_unavailable");
            assertThat(poor.isStranger("app/new")).isTrue();
            assertThat(poor.http.post(Stage.ADA, REQUESTS,
                    "{\"hostname\":\"example.com\",\"provider\":\"ollama\"}").status())
                            .isEqualTo(201);
        }
    }

    @Test
    void an_operator_sets_prices_and_everybody_reads_them() {
        var body = "{\"currency\":\"EUR\",\"prices\":[{\"provider\":\"gemini\",\"price\":"
                + "{\"total\":1148.18,\"perUrl\":0.00000001}}]}";

        var set = as(Role.OPERATOR, "PUT", "/api/calculations/Other.Example", body);

        assertThat(set.status()).as(set.text()).isEqualTo(200);
        var read = as(Role.APP, "GET", "/api/calculations/other.example", "");
        assertThat(read.text()).isEqualTo(set.text())
                .startsWith("{\"hostname\":\"other.example\"," + body.substring(1,
                        body.length() - 1));
        assertThat(stage.store.reports().events(CustomerId.HOUSE, 0, 100).getLast().facts())
                .containsEntry("hostname", "other.example")
                .containsEntry("prices", "gemini 1148.18 EUR")
                .hasEntrySatisfying("actor", actor -> assertThat(actor).startsWith("operator:"));
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
    void a_price_that_is_none_is_refused_and_nothing_is_set(
            String currency, String price, String field) {
        var before = Snapshot.of(stage.store);

        var got = as(Role.OPERATOR, "PUT", "/api/calculations/new.example",
                ("{'currency':'" + currency + "','prices':[" + price + "]}").replace('\'', '"'));

        assertThat(got.status()).as(got.text()).isEqualTo(400);
        assertThat(got.at("errors/0/field")).isEqualTo(field);
        assertThat(Snapshot.of(stage.store)).isEqualTo(before);
    }

    @Test
    void prices_are_withdrawn_while_nobody_paid_by_them() {
        var id = wish(Stage.ADA, "gemini").at("generationRequestId");

        assertThat(as(Role.OPERATOR, "DELETE", SITE, "").status()).isEqualTo(200);

        assertThat(shown(Stage.ADA, id).at("status")).isEqualTo("failed");
        assertThat(shown(Stage.ADA, id).json().get("paymentLink").isNull()).isTrue();
        assertThat(as(Role.OPERATOR, "DELETE", SITE, "").status()).isEqualTo(404);
    }

    @Test
    void prices_somebody_paid_by_stay() {
        stage.pays(paymentOf(wish(Stage.ADA, "gemini").at("generationRequestId")));
        stage.settle();

        var got = as(Role.OPERATOR, "DELETE", SITE, "");

        assertThat(got.status()).isEqualTo(409);
        assertThat(got.at("code")).isEqualTo("in_use");
        assertThat(as(Role.APP, "GET", SITE, "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"localhost", "127.0.0.1", "..", "a..b", "%00", "a%2fb.example", "example.com."})
    void a_path_that_names_no_host_is_refused(String hostname) {
        var got = as(Role.OPERATOR, "GET", "/api/calculations/" + hostname, "");

        assertThat(got.status()).as(got.text()).isBetween(400, 405);
    }
}
