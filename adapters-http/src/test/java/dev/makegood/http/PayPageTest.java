package dev.makegood.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.http.Calls.Got;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader.Believed;
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

/** The page of a generation: whoever knows its link sees how far it is, and can pay. */
class PayPageTest {

    private static final String REFRESH = "http-equiv=\"refresh\"";

    private final Stage stage = new Stage();
    private final Calls http = stage.http;

    @AfterEach
    void stop() {
        stage.close();
    }

    private Got page(String id) {
        var got = http.send(http.to("/pay/" + id).GET());
        assertThat(got.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        return got;
    }

    private Got asksAgain(String id) {
        return http.send(http.to("/pay/" + id)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));
    }

    private String paymentOf(String request) {
        return stage.makegood.generations()
                .find(new ProjectId(UUID.fromString(request)))
                .orElseThrow()
                .payment()
                .toString();
    }

    private void expires(String request) {
        var ref = new GatewayRef("fake", "cs_" + paymentOf(request));
        var report = stage.gateway.expires(ref);
        var number = new AtomicInteger();
        stage.reader.reads = body -> new Believed(
                new GatewayRef("fake", "expired-" + number.incrementAndGet()),
                List.of(ref), List.of(report));
        http.send(http.to("/api/stripe/webhook").POST(BodyPublishers.ofString("{}")));
    }

    @Test
    void while_it_is_open_it_leads_to_the_gateway() {
        var id = Samples.request(stage, "gemini");

        var page = page(id);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("example.com", "gemini", "1148.18 EUR",
                "href=\"https://pay.example/" + paymentOf(id) + "#f%2Fragment\"",
                ">Pay 1148.18 EUR</a>", "lang=\"en\"", REFRESH);
    }

    @Test
    void it_shows_nothing_of_its_customer_and_needs_no_key() {
        var page = page(Samples.request(stage, "gemini"));

        assertThat(page.text()).doesNotContain("ada", stage.customer(Stage.ADA).toString());
    }

    @Test
    void it_runs_its_own_script_by_its_hash_and_loads_nothing() {
        var page = page(Samples.request(stage, "gemini"));

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
    void it_goes_on_by_itself_until_it_is_done() {
        var id = Samples.request(stage, "gemini");
        stage.pays(paymentOf(id));
        assertThat(page(id).text()).contains("In the queue", REFRESH).doesNotContain("Pay 1148");

        stage.settle();
        assertThat(page(id).text()).contains("At work", REFRESH);
        http.reported(id, "completed");

        assertThat(page(id).text()).contains("<h1>Done</h1>").doesNotContain(REFRESH, "button\"");
    }

    @Test
    void what_failed_says_that_the_money_comes_back() {
        var id = Samples.request(stage, "gemini");
        stage.pays(paymentOf(id));
        stage.settle();
        http.reported(id, "failed");
        assertThat(page(id).text()).contains("failed", "1148.18 EUR is on its way back", REFRESH);

        stage.settle();

        assertThat(page(id).text()).contains("1148.18 EUR was given back")
                .doesNotContain(REFRESH, "out of memory");
    }

    @Test
    void money_that_could_not_go_back_is_not_said_to_be_on_its_way() {
        var id = Samples.request(stage, "gemini");
        stage.pays(paymentOf(id));
        stage.settle();
        stage.gateway.refuses(true);
        http.reported(id, "failed");

        stage.settle();

        assertThat(page(id).text()).contains("1148.18 EUR could not be given back yet")
                .doesNotContain(REFRESH, "on its way");
    }

    @Test
    void what_was_not_paid_can_be_asked_for_again_and_only_then() {
        var id = Samples.request(stage, "gemini");
        var first = paymentOf(id);
        assertThat(asksAgain(id).status()).isEqualTo(303);
        assertThat(paymentOf(id)).isEqualTo(first);
        expires(id);
        assertThat(page(id).text()).contains("not completed", "<form method=\"post\">",
                "<button type=\"submit\">").doesNotContain(REFRESH);

        var again = asksAgain(id);

        assertThat(again.status()).isEqualTo(303);
        assertThat(again.header("Location")).isEqualTo("./" + id);
        assertThat(paymentOf(id)).isNotEqualTo(first);
        assertThat(page(id).text()).contains(">Pay 1148.18 EUR</a>");
        assertThat(asksAgain(id).status()).isEqualTo(303);
        assertThat(stage.gateway.checkouts()).isEqualTo(2);
    }

    @Test
    void while_nobody_knows_where_to_pay_it_says_so_and_looks_again() {
        stage.gateway.losesAnswers(true);
        var id = Samples.request(stage, "gemini");

        assertThat(page(id).text()).contains("being prepared", REFRESH).doesNotContain("href=");
    }

    @Test
    void what_was_given_up_makes_no_new_request() {
        var id = Samples.request(stage, "gemini");
        stage.pass(Duration.ofDays(8));
        stage.settle();
        assertThat(page(id).text()).contains("Given up", "Nothing was charged")
                .doesNotContain("<form");

        assertThat(asksAgain(id).status()).isEqualTo(303);

        assertThat(stage.gateway.checkouts()).isEqualTo(1);
    }

    @Test
    void what_is_free_is_called_free() {
        var id = Samples.request(stage, "ollama");

        assertThat(page(id).text()).contains("<dd>free</dd>");
    }

    @Test
    void a_link_of_nothing_is_a_page_that_says_so() {
        for (var id : List.of("00000000-0000-0000-0000-000000000000", "none",
                "%3Cscript%3E", Samples.payment(stage))) {
            var page = page(id);
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text()).contains("<h1>There is no such page.</h1>")
                    .doesNotContain("script");
            assertThat(asksAgain(id).status()).isEqualTo(404);
        }
    }

    @Test
    void too_often_is_a_page_too() {
        try (var busy = new Stage(s -> s.limitedTo(new Limits(0, 0, 0, 1)))) {
            var id = Samples.request(busy, "gemini");
            busy.http.send(busy.http.to("/pay/" + id).GET());

            var page = busy.http.send(busy.http.to("/pay/" + id).GET());

            assertThat(page.status()).isEqualTo(429);
            assertThat(page.header("Retry-After")).isEqualTo("1");
            assertThat(page.text()).contains("<h1>That was a little too often.");
        }
    }

    @Test
    void whatever_stands_on_a_page_is_escaped() {
        assertThat(Html.page(200, "</title><script>", Html.escaped("<a href='x'>&\"")).body())
                .contains("<title>&lt;/title&gt;&lt;script&gt;</title>",
                        "&lt;a href=&#39;x&#39;&gt;&amp;&quot;")
                .doesNotContain("<script");
    }
}
