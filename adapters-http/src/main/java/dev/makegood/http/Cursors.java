package dev.makegood.http;

import dev.makegood.PaymentHistory;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentPlace;
import dev.makegood.project.Histories.Place;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on, as an opaque text: a place, and a check that we wrote it.
 *
 * <p>The check keeps mistakes out, not attackers: what a forged one could reach is its owner's anyway. Both
 * kinds are a multiple of three bytes, so that one place has one text.
 */
final class Cursors {

    private static final byte[] CHECKED_AS = "makegood cursor".getBytes(StandardCharsets.US_ASCII);
    private static final int PLACE_BYTES = 24;
    private static final int PLACE_CHECK = 6;
    private static final int SEQUENCE_BYTES = 8;
    private static final int SEQUENCE_CHECK = 7;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

    private Cursors() {}

    /** Goes on after this project. */
    static String of(Project project) {
        var place = Place.of(project);
        return of(place.createdAt(), place.id().value());
    }

    /** Goes on after this payment. */
    static String of(Payment payment) {
        var place = PaymentPlace.of(payment);
        return of(place.createdAt(), place.id().value());
    }

    /** Goes on after this entry of a history. */
    static String of(PaymentHistory.Entry entry) {
        return of(entry.at(), entry.id());
    }

    private static String of(Instant createdAt, UUID id) {
        var bytes = ByteBuffer.allocate(PLACE_BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return written(bytes, PLACE_CHECK);
    }

    /** Goes on after this sequence number. */
    static String of(long sequence) {
        var bytes = ByteBuffer.allocate(SEQUENCE_BYTES).putLong(sequence).array();
        return written(bytes, SEQUENCE_CHECK);
    }

    /** The place a cursor means; null if there is none. */
    @Nullable
    static Place place(@Nullable String text) {
        return text == null ? null
                : read(text, (createdAt, id) -> new Place(createdAt, new ProjectId(id)));
    }

    /** The place in a list of payments that a cursor means; null if there is none. */
    @Nullable
    static PaymentPlace paymentPlace(@Nullable String text) {
        return text == null ? null
                : read(text, (createdAt, id) -> new PaymentPlace(createdAt, new PaymentId(id)));
    }

    /** The place in a history that a cursor means; null if there is none. */
    static PaymentHistory.@Nullable Place historyPlace(@Nullable String text) {
        return text == null ? null : read(text, PaymentHistory.Place::new);
    }

    private static <T> T read(String text, BiFunction<Instant, UUID, T> place) {
        var bytes = ByteBuffer.wrap(read(text, PLACE_BYTES, PLACE_CHECK));
        var at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw forged();
        }
        return place.apply(at, new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** The sequence number a cursor means; null if there is none. */
    @Nullable
    static Long sequence(@Nullable String text) {
        if (text == null) {
            return null;
        }
        long sequence =
                ByteBuffer.wrap(read(text, SEQUENCE_BYTES, SEQUENCE_CHECK)).getLong();
        if (sequence < 0) {
            throw forged();
        }
        return sequence;
    }

    private static String written(byte[] bytes, int checkBytes) {
        var all = ByteBuffer.allocate(bytes.length + checkBytes)
                .put(bytes)
                .put(Sha256.over(CHECKED_AS, bytes), 0, checkBytes)
                .array();
        return Base64.getUrlEncoder().encodeToString(all);
    }

    private static byte[] read(String text, int bytes, int checkBytes) {
        var all = decoded(text);
        if (all.length != bytes + checkBytes) {
            throw forged();
        }
        var said = Arrays.copyOf(all, bytes);
        if (!written(said, checkBytes).equals(text)) {
            throw forged();
        }
        return said;
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw forged();
        }
    }

    private static Refused forged() {
        return new Refused(Problems.invalid("cursor", "is none of this list"));
    }
}
