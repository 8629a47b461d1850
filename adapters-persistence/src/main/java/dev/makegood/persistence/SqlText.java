package dev.makegood.persistence;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** Values as PostgreSQL reads them from text. */
final class SqlText {

    private static final HexFormat HEX = HexFormat.of();

    private SqlText() {}

    static @Nullable String of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> "\\x" + HEX.formatHex(bytes);
            case BigDecimal number -> number.toPlainString();
            case JSONB json -> json.data();
            case JSON json -> json.data();
            case Object[] elements -> ofArray(Arrays.stream(elements).map(SqlText::of));
            default -> value.toString();
        };
    }

    /** The text of an array of what these are the texts of. */
    static String ofArray(Stream<? extends @Nullable String> elements) {
        return elements.map(SqlText::element).collect(joining(",", "{", "}"));
    }

    private static String element(@Nullable String text) {
        return text == null ? "null"
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
