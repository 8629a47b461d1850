package dev.makegood.payment;

import java.util.List;
import java.util.Map;

/**
 * Reads a gateway's notices: a notice has no effect until it is verified.
 *
 * <p>Called outside any unit of work, with the bytes as they came; verifies before it parses.
 */
public interface NoticeReader {

    /**
     * Reads a notice. One that is genuine is never lost for its shape: what its body does not say is read
     * back from the gateway, by the id of the object or of the notice; what cannot be read there either is
     * {@link Verified} with a {@link GatewayReport.UnreadableReport}, which an operator sees.
     *
     * @param headers by their names in lower case
     * @param remoteAddress the sender's IP address, as far as it is known
     */
    NoticeReading read(byte[] body, Map<String, String> headers, String remoteAddress);

    /** What a notice is. */
    sealed interface NoticeReading {}

    /**
     * It is verified, by its signature or because the object was read back.
     *
     * @param noticeRef the gateway's id of the notice, so that it has its effect once
     * @param paymentRefs the gateway's references of what it is about, the most specific first
     */
    record Verified(GatewayRef noticeRef, List<GatewayRef> paymentRefs, List<GatewayReport> reports)
            implements NoticeReading {

        public Verified {
            paymentRefs = List.copyOf(paymentRefs);
            reports = List.copyOf(reports);
        }
    }

    /**
     * It is verified and certainly not about a payment of ours: answered with success, so that it is not
     * sent again.
     */
    record Irrelevant(String why) implements NoticeReading {}

    /**
     * Its signature, or what a gateway has in its place, is wrong or missing; why, without secrets.
     */
    record InvalidSignature(String why) implements NoticeReading {}

    /** It could not be verified now, because the gateway does not answer; it should send it again. */
    record Unverified(String why) implements NoticeReading {}
}
