package dev.makegood.http.routes.generation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.http.SampleRequests;
import dev.makegood.http.TestClient;
import dev.makegood.http.TestClient.TestResponse;
import dev.makegood.http.TestServer;
import dev.makegood.http.limits.RateLimitSettings;
import dev.makegood.http.response.Html;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.project.ProjectId;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page of a generation: with its link one sees its progress, and can pay. */
class PayPageTest {

    private static final String REFRESH = "http-equiv=\"refresh\"";

    private final TestServer testServer = new TestServer();
    private final TestClient client = testServer.client;

    @AfterEach
    void stop() {
        testServer.close();
    }

    private TestResponse page(String id) {
        var testResponse = client.send(client.to("/pay/" + id).GET());
        assertThat(testResponse.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        return testResponse;
    }

    private TestResponse retryPayment(String id) {
        return client.send(client.to("/pay/" + id)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));
    }

    private String paymentOf(String request) {
        return testServer.makegood.generations()
                .find(new ProjectId(UUID.fromString(request)))
                .orElseThrow()
                .payment()
                .toString();
    }

    private GatewayRef checkoutOf(String request) {
        return new GatewayRef("fake", "cs_" + paymentOf(request));
    }

    private void expirePayment(String request) {
        var ref = checkoutOf(request);
        var report = testServer.gateway.expires(ref);
        var number = new AtomicInteger();
        testServer.noticeReader.reading = body -> new Verified(
                new GatewayRef("fake", "expired-" + number.incrementAndGet()),
                List.of(ref), List.of(report));
        client.send(client.to("/api/stripe/webhook").POST(BodyPublishers.ofString("{}")));
    }

    @Test
    void while_it_is_open_it_leads_to_the_gateway() {
        var id = SampleRequests.newGenerationRequest(testServer, "gemini");

        var page = page(id);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("example.com", "gemini", "1148.18 EUR",
                "href=\"https://pay.example/" + paymentOf(id) + "#f%2Fragment\"",
                ">Pay 1148.18 EUR</a>", "lang=\"en\"", REFRESH);
    }

    @Test
    void it_shows_nothing_of_its_customer_and_needs_no_key() {
        var page = page(SampleRequests.newGenerationRequest(testServer, "gemini"));

        assertThat(page.text()).doesNotContain("ada",
                testServer.customer(TestServer.ADA).toString());
    }

    @Test
    void it_runs_its_own_script_by_its_hash_and_loads_nothing() {
        var page = page(SampleRequests.newGenerationRequest(testServer, "gemini"));

        assertThat(page.header("Content-Security-Policy")).matches("default-src 'none'; "
                + "style-src 'sha256-[A-Za-z0-9+/=]{44}'; script-src 'sha256-[A-Za-z0-9+/=]{44}'; "
                + "connect-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'");
        assertThat(page.header("Content-Security-Policy")).contains(hash(page.text()
                .replaceAll("(?s).*<style>(.*)</style>.*", "$1")));
        assertThat(page.header("Content-Security-Policy")).contains(hash(page.text()
                .replaceAll("(?s).*<script type=\"module\">(.*)</script>.*", "$1")));
        assertThat(page.raw().headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text()).doesNotContain("<script>", " style=", " onclick", "src=");
    }

    private static String hash(String style) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(style.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void it_updates_itself_until_the_generation_is_done() {
        var id = SampleRequests.newGenerationRequest(testServer, "gemini");
        testServer.payAtGateway(paymentOf(id));
        assertThat(page(id).text()).contains("In the queue", REFRESH).doesNotContain("Pay 1148");

        testServer.runDueTasks();
        assertThat(page(id).text()).contains("In progress", REFRESH);
        client.report(id, "completed");

        assertThat(page(id).text()).contains("<h1>Done</h1>").doesNotContain(REFRESH, "button\"");
    }

    @Test
    void a_failed_generation_shows_that_the_money_is_refunded() {
        var id = SampleRequests.newGenerationRequest(testServer, "gemini");
        testServer.payAtGateway(paymentOf(id));
        testServer.runDueTasks();
        client.report(id, "failed");
        assertThat(page(id).text()).contains("failed", "1148.18 EUR is being refunded", REFRESH);

        testServer.runDueTasks();

        assertThat(page(id).text()).contains("1148.18 EUR was refunded")
                .doesNotContain(REFRESH, "out of memory");
    }

    @Test
    void a_failed_refund_is_not_shown_as_pending() {
        var id = SampleRequests.newGenerationRequest(testServer, "gemini");
        testServer.payAtGateway(paymentOf(id));
        testServer.runDueTasks();
        testServer.gateway.refuses(true);
        client.report(id, "failed");

        testServer.runDueTasks();

        assertThat(page(id).text()).contains("1148.18 EUR could not be refunded yet")
                .doesNotContain(REFRESH, "being refunded");
    }

    @Test
    void a_payment_that_was_not_completed_can_be_retried_and_only_then() {
        var id = SampleRequests.newGenerationRequest(testServer, "gemini");
        var first = paymentOf(id);
        assertThat(retryPayment(id).status()).isEqualTo(303);
        assertThat(paymentOf(id)).isEqualTo(first);
        expirePayment(id);
        assertThat(page(id).text()).contains("not completed", "<form method=\"post\">",
                "<button type=\"submit\">").doesNotContain(REFRESH);

        var again = retryPayment(id);

        assertThat(again.status()).isEqualTo(303);
        assertThat(again.header("Location")).isEqualTo("./" + id);
        assertThat(paymentOf(id)).isNotEqualTo(first);
        assertThat(page(id).text()).contains(">Pay 1148.18 EUR</a>");
        assertThat(retryPayment(id).status()).isEqualTo(303);
        assertThat(testServer.gateway.checkouts()).isEqualTo(2);
    }

    @Test
    void while_the_checkout_is_unknown_it_says_so_and_updates_itself() {
        testServer.gateway.losesAnswers(true);
        var id = SampleRequests.newGenerationRequest(testServer, "gemini");

        assertThat(page(id).text()).contains("being prepared", REFRESH).doesNotContain("href=");
    }

    @Test
    void what_was_paid_shows_before_its_notice_arrives() {
        var id = SampleRequests.newGenerationRequest(testServer, "gemini");
        assertThat(page(id).text()).contains("Waiting for your payment", ">Pay 1148.18 EUR</a>");

        testServer.gateway.pays(checkoutOf(id), Money.of(114_818, "EUR"));
        testServer.advance(Duration.ofSeconds(1));

        assertThat(page(id).text()).contains("In the queue", REFRESH).doesNotContain(">Pay ");
    }

    @Test
    void while_the_bank_is_working_on_it_nobody_is_asked_to_pay_again() {
        var id = SampleRequests.newGenerationRequest(testServer, "gemini");
        testServer.gateway.submits(checkoutOf(id));

        assertThat(page(id).text()).contains("<h1>Your bank is working on it</h1>", REFRESH)
                .doesNotContain(">Pay ", "href=");

        testServer.gateway.losesAnswers(true);
        testServer.advance(Duration.ofSeconds(1));
        assertThat(page(id).text()).as("the gateway does not answer")
                .contains("Your bank is working on it");
        testServer.gateway.losesAnswers(false);
        testServer.gateway.declines(checkoutOf(id));
        testServer.advance(Duration.ofSeconds(1));
        assertThat(page(id).text()).contains("not completed", "<form method=\"post\">");
    }

    @Test
    void the_gateway_is_polled_once_a_second_while_a_payment_is_open_and_never_else() {
        var id = SampleRequests.newGenerationRequest(testServer, "gemini");
        for (int i = 0; i < 5; i++) {
            var unused = page(id);
        }
        assertThat(testServer.gateway.polls()).isEqualTo(1);
        testServer.advance(Duration.ofSeconds(1));
        var unused = page(id);
        assertThat(testServer.gateway.polls()).isEqualTo(2);

        testServer.payAtGateway(paymentOf(id));
        testServer.advance(Duration.ofSeconds(1));
        var unusedAgain = page(id);

        assertThat(testServer.gateway.polls()).isEqualTo(2);
    }

    @Test
    void an_abandoned_generation_opens_no_new_payment() {
        var id = SampleRequests.newGenerationRequest(testServer, "gemini");
        testServer.advance(Duration.ofDays(8));
        testServer.runDueTasks();
        assertThat(page(id).text()).contains("Abandoned", "Nothing was charged")
                .doesNotContain("<form");

        assertThat(retryPayment(id).status()).isEqualTo(303);

        assertThat(testServer.gateway.checkouts()).isEqualTo(1);
    }

    @Test
    void what_is_free_is_called_free() {
        var id = SampleRequests.newGenerationRequest(testServer, "ollama");

        assertThat(page(id).text()).contains("<dd>free</dd>");
    }

    @Test
    void an_unknown_link_is_a_page_that_says_so() {
        for (var id : List.of("00000000-0000-0000-0000-000000000000", "none",
                "%3Cscript%3E", SampleRequests.newPayment(testServer))) {
            var page = page(id);
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text()).contains("<h1>This page does not exist.</h1>")
                    .doesNotContain("script");
            assertThat(retryPayment(id).status()).isEqualTo(404);
        }
    }

    @Test
    void a_rate_limit_is_a_page_too() {
        try (var busy = new TestServer(s -> s.withRateLimits(new RateLimitSettings(0, 0, 0, 1)))) {
            var id = SampleRequests.newGenerationRequest(busy, "gemini");
            busy.client.send(busy.client.to("/pay/" + id).GET());

            var page = busy.client.send(busy.client.to("/pay/" + id).GET());

            assertThat(page.status()).isEqualTo(429);
            assertThat(page.header("Retry-After")).isEqualTo("1");
            assertThat(page.text()).contains("<h1>Too many requests.");
        }
    }

    @Test
    void every_value_on_a_page_is_escaped() {
        assertThat(Html.page(200, "</title><script>", Html.escape("<a href='x'>&\"")).body())
                .contains("<title>&lt;/title&gt;&lt;script&gt;</title>",
                        "&lt;a href=&#39;x&#39;&gt;&amp;&quot;")
                .doesNotContain("<script");
    }
}
