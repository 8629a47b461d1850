package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** So that a run on an older PostgreSQL really was one. */
class PostgresVersionTest {

    @Test
    void the_tests_run_on_the_version_that_the_build_names() {
        var major = TestSql.query(TestDatabases.empty().asOwner(),
                "select current_setting('server_version_num')::int / 10000").getFirst();

        assertThat(major).isIn("15", "16", "17", "18");
        var named = System.getProperty("makegood.test.postgres");
        if (named != null && System.getProperty("makegood.test.url") == null) {
            assertThat(named).startsWith(major + ".");
        }
    }
}
