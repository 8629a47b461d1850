package dev.makegood.hash;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How each field enters a hash: nothing as no bytes, a time as its microseconds, a number without
 * trailing zeros, a list as the hash of its fields, texts by name as the list of names and texts in
 * the order of the names, a hash as its 32 bytes, all else as its text in UTF-8.
 */
final class HashFields {

    private HashFields() {}

    static Hash hash(Stream<? extends @Nullable Object> fields) {
        return Hash.of(Sha256.hash(fields.map(HashFields::bytes).toArray(byte[][]::new)));
    }

    private static byte[] bytes(@Nullable Object field) {
        return switch (field) {
            case null -> new byte[0];
            case Hash hash -> hash.bytes();
            case Instant at -> text(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            case BigDecimal number -> text(number.stripTrailingZeros().toPlainString());
            case Collection<?> list -> hash(list.stream()).bytes();
            case Map<?, ?> texts -> hash(namesAndTexts(texts)).bytes();
            default -> text(field);
        };
    }

    private static Stream<?> namesAndTexts(Map<?, ?> texts) {
        return new TreeMap<>(texts).entrySet()
                .stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()));
    }

    private static byte[] text(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
