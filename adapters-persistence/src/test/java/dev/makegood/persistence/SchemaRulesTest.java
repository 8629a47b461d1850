package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.persistence.migration.Migrations;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the schema, read from what PostgreSQL says it has. */
class SchemaRulesTest {

    private static final DataSource DATABASE =
            TestDatabases.ownerDataSource(TestDatabases.migrated());

    @Test
    void every_table_belongs_to_customers_is_a_directory_or_belongs_to_no_customer() {
        var tables = query("select tablename from pg_tables where schemaname = 'makegood'");

        assertThat(tables).containsExactlyInAnyOrderElementsOf(
                SchemaTables.all());
    }

    @Test
    void what_belongs_to_a_customer_begins_with_the_customers_id() {
        assertThat(query("""
                select table_name from information_schema.columns
                where table_schema = 'makegood' and column_name = 'customer_id'
                and ordinal_position = 1 and data_type = 'uuid' and is_nullable = 'NO'
                and table_name not like '%_view'"""))
                .containsExactlyInAnyOrderElementsOf(SchemaTables.OF_CUSTOMERS);
    }

    @Test
    void every_key_and_foreign_key_of_a_customers_table_contains_the_customer() {
        assertThat(query("""
                select relname || ' ' || conname from pg_constraint
                join pg_class on pg_class.oid = conrelid
                where connamespace = 'makegood'::regnamespace and contype in ('p', 'u', 'f')
                and not exists (
                    select from pg_attribute where attrelid = conrelid
                    and attname = 'customer_id' and attnum = any (conkey))""").stream()
                .filter(key -> !belongsToNoCustomer(key))).isEmpty();
    }

    private static boolean belongsToNoCustomer(String key) {
        return Stream
                .concat(SchemaTables.DIRECTORIES.stream(), SchemaTables.OF_NO_CUSTOMER.stream())
                .anyMatch(table -> key.startsWith(table + " "));
    }

    @Test
    void a_directory_is_keyed_by_the_value_itself_and_points_at_nothing() {
        SchemaTables.DIRECTORIES.forEach(directory -> {
            assertThat(query("""
                    select conname from pg_constraint
                    where conrelid = 'makegood.%s'::regclass and contype = 'f'"""
                    .formatted(directory))).isEmpty();
            assertThat(primaryKey(directory)).doesNotContain("customer_id").isNotEmpty();
        });
        assertThat(primaryKey("customer_identity")).containsExactly("subject", "provider");
        assertThat(primaryKey("project_ref")).containsExactly("project_id");
        assertThat(primaryKey("run_ref")).containsExactly("run", "pipeline");
        assertThat(primaryKey("payment_ref")).containsExactly("payment_id");
        assertThat(primaryKey("gateway_ref")).containsExactly("ref", "gateway");
        assertThat(primaryKey("notice")).containsExactly("notice_id", "gateway");
    }

    /** ICU, libxml2, libxslt, OSSP uuid and OpenSSL's ciphers are behind these alone. */
    @Test
    void there_is_no_xml_no_collation_of_icu_and_no_extension() {
        assertThat(query("""
                select relname || '.' || attname from pg_attribute
                join pg_class on pg_class.oid = attrelid
                left join pg_collation on pg_collation.oid = attcollation
                where relnamespace = 'makegood'::regnamespace
                and (atttypid = 'xml'::regtype or collprovider = 'i')
                union all select extname from pg_extension where extname <> 'plpgsql'"""))
                .isEmpty();
    }

    @Test
    void there_are_no_triggers_no_rules_no_sequences_and_no_functions() {
        assertThat(query("""
                select tgname from pg_trigger join pg_class on pg_class.oid = tgrelid
                where relnamespace = 'makegood'::regnamespace and not tgisinternal
                union all select rulename from pg_rules where schemaname = 'makegood'
                union all select relname from pg_class
                where relnamespace = 'makegood'::regnamespace and relkind = 'S'
                union all select proname from pg_proc
                where pronamespace = 'makegood'::regnamespace""")).isEmpty();
    }

    @Test
    void ids_and_times_are_not_the_databases() {
        assertThat(query("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'makegood' and column_default ~ '\\('
                and table_name <> 'schema_history'"""))
                .as("the heads are constants; S2 asks for the other, and our code does not rely on it")
                .containsExactlyInAnyOrder("customer.chain_head", "customer.event_head",
                        "project.updated_at");
    }

    @Test
    void every_constraint_of_ours_says_what_it_protects() {
        assertThat(query("""
                select conname from pg_constraint
                where connamespace = 'makegood'::regnamespace and contype in ('c', 'u', 'f')
                and conname ~ '_(check|key|fkey)[0-9]*$'
                and conrelid <> 'makegood.schema_history'::regclass""")).isEmpty();
    }

    @Test
    void the_columns_that_the_sources_name_are_there() {
        assertThat(query("""
                select column_name || ' ' || data_type
                    || coalesce('(' || character_maximum_length || ')', '')
                    || case is_nullable when 'NO' then ' not null' else '' end
                    || coalesce(' ' || column_default, '')
                from information_schema.columns
                where table_schema = 'makegood' and table_name = 'project'
                and column_name in ('status', 'credits_used', 'error_message', 'updated_at')
                order by column_name""")).containsExactly(
                "credits_used bigint not null 0",
                "error_message text",
                "status character varying(20) not null 'pending'::character varying",
                "updated_at timestamp with time zone not null now()");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "project (customer_id, status, created_at DESC, id DESC)",
            "project (customer_id, created_at DESC, id DESC)",
            "project (status, created_at DESC, id DESC)",
            "payment (customer_id, created_at DESC, id DESC)",
            "payment (status, created_at DESC, id DESC)",
            "task (due_at, bucket)",
            "END), granted_at, sequence) WHERE is_open",
            "credit_grant (customer_id, open_until) WHERE (is_open AND (open_until IS NOT NULL))"})
    void what_is_searched_has_an_index(String index) {
        assertThat(query("select indexdef from pg_indexes where schemaname = 'makegood'"))
                .anyMatch(found -> found.replace(" USING btree", "").endsWith(index));
    }

    @Test
    void only_what_has_no_limit_is_unbounded() {
        assertThat(query("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'makegood' and data_type = 'text'
                and table_name not like '%_view'""")).containsExactlyInAnyOrder(
                "project.prompt", "project.metadata", "project.result", "project.error_message",
                "idempotent_request.response_body", "payment.description", "payment.success_url",
                "payment.cancel_url", "payment.checkout_url", "payment.reason");
    }

    static Stream<String> limits() {
        return query("""
                select table_name || ' ' || column_name || ' ' || character_maximum_length
                from information_schema.columns
                where table_schema = 'makegood' and data_type = 'character varying'
                and table_name <> 'schema_history' and table_name not like '%_view'""").stream();
    }

    @ParameterizedTest
    @MethodSource("limits")
    void a_limit_is_kept_to_the_character(String limit) {
        var parts = limit.split(" ", -1);
        var insert = "insert into makegood.%s (%s) values (repeat('🐈', %d))";
        int lengthMax = Integer.parseInt(parts[2]);

        assertThat(
                TestSql.sqlStateOf(DATABASE, insert.formatted(parts[0], parts[1], lengthMax + 1)))
                        .isEqualTo("22001");
        assertThat(TestSql.sqlStateOf(DATABASE, insert.formatted(parts[0], parts[1], lengthMax)))
                .as("something else is missing")
                .startsWith("23");
    }

    @Test
    void the_schema_begins_with_one_baseline() {
        assertThat(Migrations.on(DATABASE).applied()).startsWith("V1__baseline.sql");
        assertThat(query("select extname from pg_extension")).doesNotContain("citus");
    }

    private static List<String> primaryKey(String table) {
        return query("""
                select attname from pg_constraint
                cross join unnest(conkey) with ordinality as k(number, place)
                join pg_attribute on attrelid = conrelid and attnum = number
                where conrelid = 'makegood.%s'::regclass and contype = 'p'
                order by place""".formatted(table));
    }

    private static List<String> query(String sql) {
        return TestSql.query(DATABASE, sql);
    }
}
