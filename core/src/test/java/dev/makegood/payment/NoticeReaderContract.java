package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.UnreadableReport;
import dev.makegood.payment.NoticeReader.InvalidSignature;
import dev.makegood.payment.NoticeReader.NoticeReading;
import dev.makegood.payment.NoticeReader.Verified;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What all {@link NoticeReader}s must do; extend it for yours, and let the hooks act on the other
 * side.
 */
public abstract class NoticeReaderContract {

    /** A notice as it arrives; two of them are never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    public record RawNotice(byte[] body, Map<String, String> headers, String remoteAddress) {}

    /** The reader under test. */
    protected abstract NoticeReader reader();

    /** Opens a new payment of ours there. */
    protected abstract PaymentDetails opened();

    /** Lets that payment be paid; answers the notice of it. */
    protected abstract RawNotice payAndNotify(PaymentDetails details);

    /** The same notice from a sender who cannot prove that it is the gateway. */
    protected abstract RawNotice forged(RawNotice notice);

    /** A genuine notice about that payment, which is shown there in a shape that cannot be read. */
    protected abstract RawNotice unreadable(PaymentDetails details);

    /** A genuine notice about nothing of ours. */
    protected abstract RawNotice irrelevant();

    @Test
    void a_genuine_notice_reports_our_payment() {
        var details = opened();

        var verified = readVerified(payAndNotify(details));

        assertThat(verified.paymentRefs()).contains(details.ownRef());
        assertThat(verified.reports()).singleElement()
                .isInstanceOfSatisfying(PaymentReceived.class, received -> assertThat(
                        received.paid().amount()).isEqualTo(details.amount()));
        assertThat(verified.noticeRef().gateway()).isEqualTo(details.gateway());
    }

    @Test
    void the_same_notice_has_the_same_reference_each_time() {
        var notice = payAndNotify(opened());

        assertThat(readVerified(notice).noticeRef()).isEqualTo(readVerified(notice).noticeRef());
    }

    @Test
    void two_notices_have_two_references() {
        var first = readVerified(payAndNotify(opened()));
        var second = readVerified(payAndNotify(opened()));

        assertThat(first.noticeRef()).isNotEqualTo(second.noticeRef());
    }

    @Test
    void a_forged_notice_is_answered_as_invalid() {
        var notice = payAndNotify(opened());

        assertThat(read(forged(notice))).isInstanceOf(InvalidSignature.class);
    }

    @Test
    void a_genuine_notice_about_nothing_of_ours_has_no_effect() {
        assertThat(read(irrelevant())).isInstanceOf(NoticeReader.Irrelevant.class);
    }

    @Test
    void a_genuine_notice_that_cannot_be_read_is_verified_and_says_so() {
        var details = opened();

        var verified = readVerified(unreadable(details));

        assertThat(verified.reports()).singleElement()
                .isInstanceOfSatisfying(UnreadableReport.class,
                        report -> assertThat(report.why()).isNotBlank());
    }

    @Test
    void bytes_that_are_no_notice_are_answered_and_never_verified() {
        var genuine = payAndNotify(opened());
        for (var body : List.of("", "{", "null", "[]", "{}", "\u0000", "x".repeat(100_000))) {
            var notice = new RawNotice(body.getBytes(StandardCharsets.UTF_8), genuine.headers(),
                    genuine.remoteAddress());

            assertThat(read(notice)).as(body).isNotInstanceOf(Verified.class);
        }
    }

    private NoticeReading read(RawNotice notice) {
        return reader().read(notice.body(), notice.headers(), notice.remoteAddress());
    }

    private Verified readVerified(RawNotice notice) {
        var reading = read(notice);
        assertThat(reading).isInstanceOf(Verified.class);
        return (Verified) reading;
    }
}
