package dev.makegood.stripe.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.NoticeReader.InvalidSignature;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.NoticeReader.NoticeReading;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.stripe.StripeNotices;
import dev.makegood.stripe.StripeSettings;
import dev.makegood.stripe.fake.FakeStripe;
import dev.makegood.stripe.fake.FakeStripeNotice;
import io.javalin.Javalin;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stripe's own command line and npm library, against our fake and our reader. */
@Tag("outside")
class StripeProgramsTest {

    private static final String KEY = "sk_test_1234567890abcdef";
    private static final String SECRET = "whsec_1234567890abcdef";

    private final InstantSource clock = InstantSource.system();
    private final FakeStripe fake = new FakeStripe(clock, KEY, SECRET);
    private final StripeNotices notices = new StripeNotices(
            StripeSettings.of(KEY, List.of(SECRET)).withBaseUrl(fake.baseUrl()), clock);
    private final List<NoticeReading> readings = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void the_command_line_pays_a_session_at_the_fake() throws Exception {
        trigger("checkout.session.completed");

        assertThat(fake.sessions()).singleElement()
                .satisfies(session -> assertThat(session.path("payment_status").stringValue())
                        .isEqualTo("paid"));
        assertThat(fake.lastNotice("checkout.session.completed").body()).contains("\"paid\"");
    }

    @Test
    void the_command_line_expires_refunds_and_disputes_at_the_fake() throws Exception {
        trigger("checkout.session.expired");
        trigger("charge.refunded");
        trigger("charge.dispute.created");

        assertThat(fake.notices()).extracting(FakeStripeNotice::type)
                .contains("checkout.session.expired",
                        "charge.refunded", "charge.dispute.created");
    }

    @Test
    void the_command_line_forwards_notices_that_our_reader_verifies() throws Exception {
        var webhook = webhook();
        try (var listening = ExternalProgram.stripe(KEY, "listen", "--all-snapshot", "--no-wss",
                "--skip-update", "--api-base", fake.baseUrl().toString(), "--forward-to",
                "http://127.0.0.1:" + webhook.port() + "/webhook")) {
            listening.waitUntil(
                    () -> fake.listeners() == 1 && listening.output().contains("Ready!"));
            trigger("checkout.session.completed");
            fake.pay(ours());
            listening.waitUntil(() -> readings.stream().anyMatch(Verified.class::isInstance));
            listening.waitUntil(() -> fake.receivedCliMessages()
                    .stream()
                    .anyMatch(it -> it.contains("\"status\":200")
                            && it.contains("webhook_response")));
        } finally {
            webhook.stop();
        }

        assertThat(readings).noneMatch(InvalidSignature.class::isInstance)
                .anyMatch(Irrelevant.class::isInstance);
    }

    @Test
    void our_reader_accepts_what_the_npm_library_signs() throws Exception {
        fake.pay(ours());
        var notice = fake.lastNotice("checkout.session.completed");
        var script = """
                const stripe = require('stripe');
                const library = (stripe.default || stripe)('sk_test_1');
                console.log(library.webhooks.generateTestHeaderString({
                    payload: process.argv[1], secret: process.argv[2],
                    timestamp: Number(process.argv[3])}));
                """;
        var now = "" + clock.instant().getEpochSecond();
        try (var node = ExternalProgram.node(script, notice.body(), SECRET, now)) {
            var headers = Map.of("stripe-signature", node.waitForOutput().strip());

            assertThat(notices.read(notice.bytes(), headers, "")).isInstanceOf(Verified.class);
            assertThat(notices.read(notice.reserialized().bytes(), headers, ""))
                    .isInstanceOf(InvalidSignature.class);
        }
    }

    @Test
    void the_npm_library_accepts_what_our_fake_signs() throws Exception {
        fake.pay(ours());
        fake.signWith("whsec_old_0123456789", SECRET);
        var notice = fake.lastNotice("checkout.session.completed");
        var script = """
                const stripe = require('stripe');
                const library = (stripe.default || stripe)('sk_test_1');
                const event = library.webhooks.constructEvent(
                    process.argv[1], process.argv[2], process.argv[3]);
                console.log(event.type + ' ' + event.data.object.payment_status);
                """;
        try (var node = ExternalProgram.node(script, notice.body(),
                fake.headers(notice).get("stripe-signature"), SECRET)) {
            assertThat(node.waitForOutput().strip()).isEqualTo("checkout.session.completed paid");
        }
    }

    private void trigger(String event) throws InterruptedException {
        try (var trigger = ExternalProgram.stripe(KEY, "trigger", event, "--api-base",
                fake.baseUrl().toString())) {
            assertThat(trigger.waitForOutput()).contains("Trigger succeeded!");
        }
    }

    /** A session of ours, as the adapter makes them. */
    private String ours() {
        return fake
                .createSession(
                        "mode=payment&success_url=https://example.com/&metadata[makegood_payment_id]=7"
                                + "&line_items[0][price_data][currency]=eur"
                                + "&line_items[0][price_data][unit_amount]=500"
                                + "&line_items[0][price_data][product_data][name]=credits");
    }

    private Javalin webhook() {
        return Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.routes.post("/webhook", context -> {
                var noticeReading = notices.read(context.bodyAsBytes(), Map.of("stripe-signature",
                        context.header("Stripe-Signature")), context.ip());
                readings.add(noticeReading);
                context.status(noticeReading instanceof InvalidSignature ? 400 : 200);
            });
        }).start();
    }
}
