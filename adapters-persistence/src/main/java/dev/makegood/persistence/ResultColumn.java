package dev.makegood.persistence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** One column of a row that was found. */
final class ResultColumn {

    private ResultColumn() {}

    static <T> void read(ResultSet found, int place, Field<T> column, Record row)
            throws SQLException {
        var value = value(found, place, column.getType());
        if (!found.wasNull()) {
            row.set(column, column.getType().cast(value));
        }
    }

    private static @Nullable Object value(ResultSet found, int place, Class<?> type)
            throws SQLException {
        if (type == Long.class) {
            return found.getLong(place);
        } else if (type == Integer.class) {
            return found.getInt(place);
        } else if (type == Short.class) {
            return found.getShort(place);
        } else if (type == Boolean.class) {
            return found.getBoolean(place);
        } else if (type == byte[].class) {
            return found.getBytes(place);
        } else if (type == Instant.class) {
            var at = found.getObject(place, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        } else if (type == BigDecimal.class || type == UUID.class) {
            return found.getObject(place, type);
        } else if (type.isArray()) {
            return array(found, place, type);
        }
        var text = found.getString(place);
        return text == null || type == String.class ? text
                : type == JSONB.class ? JSONB.valueOf(text) : JSON.valueOf(text);
    }

    private static @Nullable Object array(ResultSet found, int place, Class<?> type)
            throws SQLException {
        var array = found.getArray(place);
        if (array == null) {
            return null;
        }
        return type == OffsetDateTime[].class ? times((Object[]) array.getArray())
                : array.getArray();
    }

    private static OffsetDateTime[] times(Object[] timestamps) {
        var times = new OffsetDateTime[timestamps.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = ((java.sql.Timestamp) timestamps[i]).toInstant()
                    .atOffset(java.time.ZoneOffset.UTC);
        }
        return times;
    }
}
