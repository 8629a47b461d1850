package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.embedded.TestDatabase;
import java.util.List;
import java.util.regex.Pattern;

/** How PostgreSQL carried out a statement, in its own words. */
record QueryPlan(String text) {

    private static final Pattern NODE = Pattern.compile("\"Node Type\": \"([^\"]*)\"");
    private static final Pattern ROWS = Pattern.compile("\"Actual Rows\": ([0-9.]+)");
    private static final Pattern FILTERED =
            Pattern.compile("\"Rows Removed by (?:Filter|Index Recheck)\": ([0-9]+)");

    static QueryPlan of(TestDatabase database, String sql) {
        return new QueryPlan(String.join("\n",
                TestSql.query(database.asOwner(), "explain (analyze, format json) " + sql)));
    }

    /** Reads these indexes from a place on, and nothing besides; no step sees more rows than that. */
    void assertKeysetScan(int rows, String... indexes) {
        assertThat(nodes()).as(text)
                .doesNotContain("Seq Scan", "Aggregate", "Bitmap Heap Scan", "Hash Join")
                .contains("Limit");
        assertThat(nodes()).as(text).containsAnyOf("Index Scan", "Index Only Scan");
        for (var index : indexes) {
            assertThat(text).contains("\"Index Name\": \"" + index + "\"");
        }
        assertThat(rows()).as(text).isLessThanOrEqualTo(rows);
        assertThat(max(FILTERED)).as(text).isLessThanOrEqualTo(2);
    }

    List<String> nodes() {
        return NODE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The most rows that any step saw. */
    double rows() {
        return max(ROWS);
    }

    private double max(Pattern figure) {
        return figure.matcher(text)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .max()
                .orElse(0);
    }
}
