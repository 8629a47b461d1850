package dev.makegood.stripe.fake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs notices: {@code t=…,v1=…}, one v1 for each secret while they are rotated. */
public final class FakeStripeSigner {

    private FakeStripeSigner() {}

    public static String header(String body, long epochSecond, List<String> secrets) {
        var header = new StringBuilder("t=" + epochSecond);
        secrets.forEach(secret -> header.append(",v1=").append(v1(body, epochSecond, secret)));
        return header.toString();
    }

    private static String v1(String body, long epochSecond, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var text = epochSecond + "." + body;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows HMAC-SHA256", e);
        }
    }
}
