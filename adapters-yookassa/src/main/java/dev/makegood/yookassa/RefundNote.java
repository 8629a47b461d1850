package dev.makegood.yookassa;

import dev.makegood.payment.PaymentGateway.RefundOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** How a refund carries our key: in its description, and as the key of the request. */
final class RefundNote {

    private static final String BEGIN = "(makegood ";
    private static final String END = ")";
    private static final int NOTE_MAX = 250;
    private static final int KEY_MAX = 200;
    private static final int REQUEST_KEY_MAX = 64;

    private RefundNote() {}

    /**
     * What is written on the refund for this order.
     *
     * @throws IllegalArgumentException if the key is too long to be carried
     */
    static String of(RefundOrder order) {
        var mark = BEGIN + checked(order.key()) + END;
        var reason = Texts.cut(order.reason(), NOTE_MAX - mark.length() - 1);
        return reason.isEmpty() ? mark : reason + " " + mark;
    }

    /** The key of ours that a note carries; empty if somebody else wrote it. */
    static Optional<String> keyIn(String note) {
        int begin = note.lastIndexOf(BEGIN);
        return begin >= 0 && note.endsWith(END)
                ? Optional.of(note.substring(begin + BEGIN.length(), note.length() - 1))
                : Optional.empty();
    }

    /** The key of the request: the order's own, or the hash of one that is too long for a header. */
    static String requestKey(RefundOrder order) {
        var key = checked(order.key());
        return key.length() <= REQUEST_KEY_MAX && key.chars().allMatch(c -> c > ' ' && c < 127)
                ? key
                : sha256(key);
    }

    private static String checked(String key) {
        if (key.isBlank()
                || key.length() > KEY_MAX
                || key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a refund cannot carry this key: " + key);
        }
        return key;
    }

    private static String sha256(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
