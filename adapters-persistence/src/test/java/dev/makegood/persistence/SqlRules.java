package dev.makegood.persistence;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultConfiguration;

/** Reads every statement that is rendered, and refuses those that do not work on a cluster. */
final class SqlRules implements ExecuteListener {

    private static final Pattern CUSTOMERS_TABLE =
            Pattern.compile("makegood\\.(" + String.join("|", SchemaTables.OF_CUSTOMERS) + ")\\b");

    /** The clocks are compared by it; no row gets its time from there. */
    private static final String CLOCK = "select clock_timestamp()";

    /** What rules 5 to 9 and 15 forbid, and why. */
    private static final Map<Pattern, String> FORBIDDEN = Map.of(
            words("now\\(|current_timestamp|clock_timestamp|random\\(|gen_random|uuidv7|nextval"),
            "times and ids come from the application",
            words("skip locked"), "not across customers",
            words("pg_(try_)?advisory|listen |(pg_)?notify\\b"), "per node",
            words("with \\w+ as .*\\b(insert into|update|delete from)\\b"), "slow on a cluster",
            words("offset"), "keyset only",
            words("count\\("), "counters are kept",
            words("serializable"), "read committed only",
            words("create |alter |drop |truncate "), "migrations do that",
            words("set (?:(?! where ).)*\\bcustomer_id = "), "a row never changes its shard",
            words("on conflict .*(cast\\(|::)\\s*[^)]*(timestamp|date|interval)"),
            "a cast of a time is not immutable, and the shard evaluates what follows a conflict");

    @Override
    public void executeStart(ExecuteContext context) {
        Stream.of(context.batchSQL()).forEach(sql -> check(sql, context.configuration()));
    }

    /** What goes past jOOQ. */
    static void check(SqlStatement statement) {
        check(statement.sql(), new DefaultConfiguration());
    }

    static void check(String sql, Configuration configuration) {
        if (sql.equals(CLOCK)) {
            return;
        }
        FORBIDDEN.forEach((words, why) -> {
            if (words.matcher(sql).find()) {
                throw new AssertionError(why + ": " + sql);
            }
        });
        if (CUSTOMERS_TABLE.matcher(sql).find()
                && !namesCustomer(sql)
                && !JooqConfiguration.isAcrossCustomers(configuration)) {
            throw new AssertionError("names no customer: " + sql);
        }
    }

    /** An insert names the customer among its columns, everything else in its conditions. */
    private static boolean namesCustomer(String sql) {
        return sql.startsWith("insert into")
                ? sql.contains("customer_id")
                : sql.matches("(?s).* where .*customer_id = (\\?|cast\\(\\? as uuid\\)).*");
    }

    private static Pattern words(String regex) {
        return Pattern.compile("\\b(" + regex + ")", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
