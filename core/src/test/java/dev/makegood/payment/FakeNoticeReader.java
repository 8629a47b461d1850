package dev.makegood.payment;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads notices of a gateway in memory: its body is the notice's id, and a header proves it. */
final class FakeNoticeReader implements NoticeReader {

    static final String PROOF = "x-proof";

    private final Map<String, Verified> notices = new HashMap<>();

    /** A notice that will be read as this; answers its body. */
    byte[] record(List<GatewayRef> paymentRefs, List<GatewayReport> reports) {
        var id = "evt_" + (notices.size() + 1);
        notices.put(id, new Verified(new GatewayRef("fake", id), paymentRefs, reports));
        return id.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public NoticeReading read(byte[] body, Map<String, String> headers, String remoteAddress) {
        if (!"genuine".equals(headers.get(PROOF))) {
            return new InvalidSignature("the header " + PROOF + " is not genuine");
        }
        var verified = notices.get(new String(body, StandardCharsets.UTF_8));
        return verified == null ? new Irrelevant("no such notice") : verified;
    }
}
