package dev.makegood.http.response;

import dev.makegood.PaymentHistory;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventCursor;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.Sha256;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory.ProjectCursor;
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
 * Where the next page of a list begins, as an opaque text: a place, and a check that we wrote it.
 *
 * <p>The check catches mistakes, not attackers: a made-up cursor reaches only what its sender may list anyway. Both
 * kinds have a multiple of three bytes, so that a place has exactly one text.
 */
public final class Cursors {

    private static final byte[] CHECK_PREFIX =
            "makegood cursor".getBytes(StandardCharsets.US_ASCII);
    private static final int PLACE_BYTES = 24;
    private static final int PLACE_CHECK_BYTES = 6;
    private static final int EVENT_BYTES = 32;
    private static final int EVENT_CHECK_BYTES = 7;
    private static final int SEQUENCE_BYTES = 8;
    private static final int SEQUENCE_CHECK_BYTES = 7;
    private static final Instant TIME_MIN = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant TIME_MAX = Instant.parse("3000-01-01T00:00:00Z");

    private Cursors() {}

    /** The page after this project. */
    public static String of(Project project) {
        var projectCursor = ProjectCursor.of(project);
        return of(projectCursor.createdAt(), projectCursor.id().value());
    }

    /** The page after this payment. */
    public static String of(Payment payment) {
        var place = PaymentCursor.of(payment);
        return of(place.createdAt(), place.id().value());
    }

    /** The page after this entry of a history. */
    public static String of(PaymentHistory.HistoryEntry historyEntry) {
        return of(historyEntry.at(), historyEntry.id());
    }

    /** The page after this event, in a list of everybody's. */
    public static String of(RecordedEvent event) {
        var bytes = ByteBuffer.allocate(EVENT_BYTES)
                .put(placeBytes(event.at(), event.customer().value()))
                .putLong(event.sequence())
                .array();
        return encode(bytes, EVENT_CHECK_BYTES);
    }

    private static String of(Instant createdAt, UUID id) {
        return encode(placeBytes(createdAt, id), PLACE_CHECK_BYTES);
    }

    private static byte[] placeBytes(Instant createdAt, UUID id) {
        return ByteBuffer.allocate(PLACE_BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The page after this sequence number. */
    public static String of(long sequence) {
        var bytes = ByteBuffer.allocate(SEQUENCE_BYTES).putLong(sequence).array();
        return encode(bytes, SEQUENCE_CHECK_BYTES);
    }

    /** The place of a cursor in a list of projects; null if the text is null. */
    @Nullable
    public static ProjectCursor projectPlace(@Nullable String text) {
        return text == null ? null
                : decode(text, (createdAt, id) -> new ProjectCursor(createdAt, new ProjectId(id)));
    }

    /** The place of a cursor in a list of payments; null if the text is null. */
    @Nullable
    public static PaymentCursor paymentPlace(@Nullable String text) {
        return text == null ? null
                : decode(text, (createdAt, id) -> new PaymentCursor(createdAt, new PaymentId(id)));
    }

    /** The place of a cursor in a history; null if the text is null. */
    public static PaymentHistory.@Nullable PaymentHistoryCursor historyPlace(
            @Nullable String text) {
        return text == null ? null : decode(text, PaymentHistory.PaymentHistoryCursor::new);
    }

    /** The place of a cursor in a list of everybody's events; null if the text is null. */
    @Nullable
    public static EventCursor eventPlace(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var bytes = ByteBuffer.wrap(decode(text, EVENT_BYTES, EVENT_CHECK_BYTES));
        return place(bytes, (at, customer) -> new EventCursor(at, new CustomerId(customer),
                bytes.getLong()));
    }

    private static <T> T decode(String text, BiFunction<Instant, UUID, T> place) {
        return place(ByteBuffer.wrap(decode(text, PLACE_BYTES, PLACE_CHECK_BYTES)), place);
    }

    private static <T> T place(ByteBuffer bytes, BiFunction<Instant, UUID, T> place) {
        var at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        if (at.isBefore(TIME_MIN) || at.isAfter(TIME_MAX)) {
            throw invalidCursor();
        }
        return place.apply(at, new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** The sequence number of a cursor; null if the text is null. */
    @Nullable
    public static Long sequence(@Nullable String text) {
        if (text == null) {
            return null;
        }
        long sequence =
                ByteBuffer.wrap(decode(text, SEQUENCE_BYTES, SEQUENCE_CHECK_BYTES)).getLong();
        if (sequence < 0) {
            throw invalidCursor();
        }
        return sequence;
    }

    private static String encode(byte[] bytes, int checkBytes) {
        var all = ByteBuffer.allocate(bytes.length + checkBytes)
                .put(bytes)
                .put(Sha256.digest(CHECK_PREFIX, bytes), 0, checkBytes)
                .array();
        return Base64.getUrlEncoder().encodeToString(all);
    }

    private static byte[] decode(String text, int bytes, int checkBytes) {
        var all = fromBase64(text);
        if (all.length != bytes + checkBytes) {
            throw invalidCursor();
        }
        var payload = Arrays.copyOf(all, bytes);
        if (!encode(payload, checkBytes).equals(text)) {
            throw invalidCursor();
        }
        return payload;
    }

    private static byte[] fromBase64(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw invalidCursor();
        }
    }

    private static ProblemException invalidCursor() {
        return new ProblemException(
                Problems.invalidRequest("cursor", "is not a cursor of this list"));
    }
}
