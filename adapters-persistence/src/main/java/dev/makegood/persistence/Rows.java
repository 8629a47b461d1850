package dev.makegood.persistence;

import org.jooq.TableRecord;

/** What all rows have in common. */
final class Rows {

    private Rows() {}

    /** For an update: a row never changes its key, and a cluster refuses to move it to another shard. */
    static <R extends TableRecord<R>> R withoutKey(R row) {
        var key = row.getTable().getPrimaryKey();
        if (key == null) {
            throw new IllegalArgumentException("no primary key: " + row.getTable().getName());
        }
        key.getFields().forEach(field -> row.touched(field, false));
        return row;
    }
}
