package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every name of the schema, and every label its constraints know, as {@code schema-names.txt} has them.
 *
 * <p>They never change: a host queries tables and views, a log or a runbook names constraints, and the
 * labels of transfers enter the hash chain, so that old hashes would not fit renamed labels any more.
 */
class SchemaNamesTest {

    private static final String NAMES = """
            select line from (
                select relname, 0 as part, 0 as place, '' as name,
                    case relkind when 'v' then 'view ' else 'table ' end || relname as line
                from pg_class
                where relnamespace = 'makegood'::regnamespace and relkind in ('r', 'p', 'v')
                union all
                select relname, 1, attnum, '', '    column ' || attname
                from pg_attribute join pg_class on pg_class.oid = attrelid
                where relnamespace = 'makegood'::regnamespace and relkind in ('r', 'p', 'v')
                    and attnum > 0 and not attisdropped
                union all
                select relname, 2, 0, conname, '    constraint ' || conname || coalesce(
                    ': ' || (
                        select string_agg(label[1], ', ' order by place)
                        from regexp_matches(pg_get_constraintdef(pg_constraint.oid),
                            '''([a-z_]+)''', 'g') with ordinality as labels (label, place)), '')
                from pg_constraint join pg_class on pg_class.oid = conrelid
                where relnamespace = 'makegood'::regnamespace and contype in ('c', 'f', 'p', 'u')
            ) as names
            where relname <> 'schema_history'
            order by relname collate "C", part, place, name collate "C"
            """;

    @Test
    void no_name_and_no_label_of_the_schema_changes() throws IOException {
        var names = TestSql.query(TestDatabases.migrated().asOwner(), NAMES);

        assertThat(names)
                .as("""
                        a name or label that is in schema-names.txt is never changed or removed: hosts query it, \
                        and labels of transfers enter the hash chain; a new one is added to the file""")
                .isEqualTo(expectedNames());
    }

    private static List<String> expectedNames() throws IOException {
        try (var file = SchemaNamesTest.class.getResourceAsStream("schema-names.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
