package dev.makegood.yookassa;

import dev.makegood.hash.Sha256;
import dev.makegood.httpclient.ErrorText;
import dev.makegood.httpclient.VisibleAscii;
import dev.makegood.payment.PaymentGateway.RefundInstruction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** How a refund carries our key: in its description, and as idempotency key; neither ever changes. */
final class YooKassaRefundDescription {

    private static final String KEY_PREFIX = "(makegood ";
    private static final String KEY_SUFFIX = ")";
    private static final int DESCRIPTION_MAX = 250;
    private static final int KEY_MAX = 200;
    private static final int IDEMPOTENCE_KEY_MAX = 64;

    private YooKassaRefundDescription() {}

    /**
     * The description of the refund for this instruction.
     *
     * @throws IllegalArgumentException if the key does not fit into a description
     */
    static String of(RefundInstruction instruction) {
        var keyText = KEY_PREFIX + requireValidKey(instruction.key()) + KEY_SUFFIX;
        var reason = ErrorText.truncate(instruction.reason(),
                DESCRIPTION_MAX - keyText.length() - 1);
        return reason.isEmpty() ? keyText : reason + " " + keyText;
    }

    /** The key of ours in a description; empty if it was not written by us. */
    static Optional<String> findKey(String description) {
        int begin = description.lastIndexOf(KEY_PREFIX);
        return begin >= 0 && description.endsWith(KEY_SUFFIX)
                ? Optional.of(description.substring(begin + KEY_PREFIX.length(),
                        description.length() - 1))
                : Optional.empty();
    }

    /** The instruction's own key, or the hash of one that does not fit into the header. */
    static String idempotenceKey(RefundInstruction instruction) {
        var key = requireValidKey(instruction.key());
        return key.length() <= IDEMPOTENCE_KEY_MAX && VisibleAscii.matches(key)
                ? key
                : HexFormat.of()
                        .formatHex(Sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static String requireValidKey(String key) {
        if (key.isBlank()
                || key.length() > KEY_MAX
                || key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the key of a refund has 1 to " + KEY_MAX
                    + " characters, none of them a control character: " + key);
        }
        return key;
    }
}
