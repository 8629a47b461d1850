package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.NoticeReader.InvalidSignature;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.stripe.fake.FakeStripeNotice;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which notices are Stripe's at all. */
class StripeNoticeSignaturesTest extends StripeFixture {

    @Test
    void a_bad_signature_is_invalid_with_any_body() {
        paySession(newPayment());
        var notice = fake.lastNotice("checkout.session.completed");
        var headers = fake.headers(notice);

        assertThat(read(notice.reserialized(), headers)).isInstanceOf(InvalidSignature.class);
        assertThat(read(notice.truncated(), headers)).isInstanceOf(InvalidSignature.class);
        assertThat(read(notice, Map.of())).isInstanceOf(InvalidSignature.class);
        assertThat(read(notice, Map.of("stripe-signature", "t=1,v1=00")))
                .isInstanceOf(InvalidSignature.class);
        fake.signWith("whsec_wrong");
        assertThat(read(notice)).isInstanceOfSatisfying(InvalidSignature.class,
                invalidSignature -> assertThat(invalidSignature.why()).doesNotContain(SECRET));
    }

    @Test
    void a_signature_is_valid_as_long_as_it_is_fresh() {
        paySession(newPayment());
        var notice = fake.lastNotice("checkout.session.completed");
        var headers = fake.headers(notice);

        clock.advance(Duration.ofSeconds(300));
        assertThat(read(notice, headers)).isInstanceOf(Verified.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(read(notice, headers)).isInstanceOf(InvalidSignature.class);
        assertThat(read(notice)).isInstanceOf(Verified.class);
    }

    @Test
    void a_notice_with_an_invalid_signature_is_not_parsed_and_causes_no_call() {
        fake.setEventVersion("2020-08-27");
        paySession(newPayment());
        var notice = fake.lastNotice("checkout.session.completed");
        var calls = fake.requests().size();

        assertThat(read(notice, Map.of("stripe-signature", "t=1")))
                .isInstanceOf(InvalidSignature.class);
        assertThat(fake.requests()).hasSize(calls);
    }

    private Object read(FakeStripeNotice notice, Map<String, String> headers) {
        return notices.read(notice.bytes(), headers, "127.0.0.1");
    }
}
