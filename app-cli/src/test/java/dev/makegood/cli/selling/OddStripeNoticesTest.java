package dev.makegood.cli.selling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.cli.selling.JsonMutation.JsonMutationKind;
import dev.makegood.stripe.fake.FakeStripeNotice;
import dev.makegood.stripe.fake.FakeStripeSigner;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each member of Stripe's events missing, null, of another type, and new ones: none is answered with an error, and none
 * is dropped. It has the effect of the truth, or an operator sees it.
 */
class OddStripeNoticesTest {

    private static final SellingServer SELLING = new SellingServer();

    /** Without it, the object is as those of other systems are. */
    private static final String OUR_MARK = "/data/object/metadata/makegood_payment_id";

    enum StripeNoticeKind {
        SESSION("checkout.session.completed"),
        REFUND("refund.created"),
        CHARGE("charge.refunded"),
        DISPUTE("charge.dispute.created");

        private final String eventType;

        StripeNoticeKind(String eventType) {
            this.eventType = eventType;
        }
    }

    @AfterAll
    static void stop() {
        assertThat(SELLING.violations()).isEmpty();
        SELLING.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_signed_event_of_any_shape_is_accepted_and_never_dropped(StripeNoticeKind kind) {
        var unused = prepare(kind);
        for (var mutation : OddNotices.mutationsOf(latestEvent(kind))) {
            var payment = prepare(kind);
            long seen = SELLING.quarantineCount();

            var status = deliver(mutation.applyTo(latestEvent(kind)));

            var about = OddNotices.describe(kind, mutation);
            assertThat(status).as(about).isEqualTo(200);
            assertThat(hasEffect(kind, payment)
                    || SELLING.quarantineCount() > seen
                    || saysThatItIsNotOurs(mutation)).as(about).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_object_that_stripe_itself_shows_in_any_shape_is_never_dropped(StripeNoticeKind kind) {
        var unused = prepare(kind);
        for (var mutation : OddNotices.mutationsOf(latestEvent(kind).at("/data/object"))) {
            if (mutation.pointer().equals("/id")) {
                continue; // another object than was asked for is no answer
            }
            var payment = prepare(kind);
            var event = latestEvent(kind).put("api_version", "2020-08-27");
            distort((ObjectNode) event.at("/data/object"), mutation);
            long seen = SELLING.quarantineCount();

            var status = deliver(event);

            var about = OddNotices.describe(kind, mutation) + " at Stripe";
            assertThat(status).as(about).isEqualTo(200);
            assertThat(hasEffect(kind, payment)
                    || SELLING.quarantineCount() > seen
                    || Set.of("metadata", "payment_intent").contains(mutation.topMember()))
                            .as(about)
                            .isTrue();
        }
    }

    private static void distort(ObjectNode object, JsonMutation mutation) {
        var odd = mutation.applyTo(object).get(mutation.topMember());
        SELLING.stripe.distort(object.path("id").stringValue(), mutation.topMember(),
                odd == null ? null : odd.toString());
    }

    private static boolean saysThatItIsNotOurs(JsonMutation mutation) {
        return mutation.pointer().equals(OUR_MARK) && mutation.kind() == JsonMutationKind.MISSING;
    }

    /** A payment of ours to which this just happened; its id. */
    private static String prepare(StripeNoticeKind kind) {
        var payment = SELLING.createPayment("stripe");
        var session = SELLING.stripe.sessions().getLast().path("id").stringValue();
        SELLING.stripe.pay(session);
        if (kind != StripeNoticeKind.SESSION) {
            assertThat(deliver(genuine(StripeNoticeKind.SESSION))).isEqualTo(200);
        }
        switch (kind) {
            case SESSION -> assertThat(session).isNotBlank();
            case REFUND, CHARGE -> assertThat(SELLING.stripe.refund(session, 19_900)).isNotBlank();
            case DISPUTE -> assertThat(SELLING.stripe.dispute(session, 19_900)).isNotBlank();
        }
        return payment;
    }

    /** The last event of the kind, its object as complete as the published sample. */
    private static ObjectNode latestEvent(StripeNoticeKind kind) {
        var event = genuine(kind);
        var sample = OddNotices.sample("stripe-" + kind.name().toLowerCase(Locale.ROOT));
        ((ObjectNode) event.path("data")).set("object",
                sample.setAll((ObjectNode) event.at("/data/object")));
        return event;
    }

    private static ObjectNode genuine(StripeNoticeKind kind) {
        return OddNotices.json(SELLING.stripe.lastNotice(kind.eventType).body());
    }

    private static boolean hasEffect(StripeNoticeKind kind, String payment) {
        return switch (kind) {
            case SESSION -> SELLING.isPaid(payment);
            case REFUND, CHARGE -> SELLING.isRefunded(payment);
            case DISPUTE -> SELLING.payment(payment).path("disputed").asBoolean(false);
        };
    }

    private static int deliver(ObjectNode event) {
        var notice = new FakeStripeNotice("", "", event.toPrettyString());
        var signature = FakeStripeSigner.header(notice.body(), Instant.now().getEpochSecond(),
                List.of(SellingServer.SECRET));
        return SELLING.deliverNotice("stripe", notice.bytes(),
                Map.of("Stripe-Signature", signature, "Content-Type", "application/json"));
    }
}
