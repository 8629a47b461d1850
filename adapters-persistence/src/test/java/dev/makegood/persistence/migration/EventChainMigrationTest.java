package dev.makegood.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.audit.Archive.CustomerRecords;
import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.hash.ChainHead;
import dev.makegood.persistence.TestDatabases;
import dev.makegood.persistence.TestSql;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The migration that chains the events which a database of the first version has. */
class EventChainMigrationTest {

    private static final String ADA = "00000000-0000-7000-8000-00000000000a";
    private static final String BOB = "00000000-0000-7000-8000-00000000000b";
    private static final String CY = "00000000-0000-7000-8000-00000000000c";

    @Test
    void the_events_of_a_database_of_the_first_version_are_chained() {
        var database = TestDatabases.empty();
        migrateToTheFirstVersion(database);
        TestSql.execute(database.asOwner(), customer(ADA, 3), customer(BOB, 1), customer(CY, 0),
                event(BOB, 1, "{}"),
                event(ADA, 2,
                        "{\"a\": \"\", \"B\": \"\\\"«Ω» 🐈\\\\\", \"a b\": \"1\", \"aa\": \"\"}"),
                event(ADA, 1, "{\"project\": \"x\\ny\"}"), event(ADA, 3, "{}"));

        TestDatabases.migrate(database);

        var archive = TestDatabases.store(database).archive();
        assertThat(archive.<ChainHead>read(customerId(ADA), EventChainMigrationTest::chain))
                .isEqualTo(archive.read(customerId(ADA), CustomerRecords::eventHead))
                .extracting(ChainHead::sequence)
                .isEqualTo(3L);
        assertThat(archive.<ChainHead>read(customerId(BOB), EventChainMigrationTest::chain))
                .isEqualTo(archive.read(customerId(BOB), CustomerRecords::eventHead));
        assertThat(archive.<ChainHead>read(customerId(CY), CustomerRecords::eventHead))
                .isEqualTo(ChainHead.NONE);
    }

    /** The end of the chain, as core computes it. */
    private static ChainHead chain(CustomerRecords records) {
        var head = ChainHead.NONE;
        for (var event : records.events(0, 10)) {
            assertThat(event.follows(head.hash())).as(event.toString()).isTrue();
            assertThat(event.stateHash()).isNull();
            head = event.head();
        }
        return head;
    }

    private static void migrateToTheFirstVersion(TestDatabase database) {
        assertThat(Migrations.on(database.asOwner()).upTo(1).run().applied()).isNotEmpty();
    }

    private static String customer(String id, int events) {
        return "insert into makegood.customer (customer_id, event_sequence) values ('" + id + "', "
                + events + ")";
    }

    private static String event(String customer, int sequence, String facts) {
        return "insert into makegood.event (customer_id, sequence, occurred_at, event_type, facts)"
                + " values ('" + customer + "', " + sequence
                + ", '2026-01-01T12:00:00.123456Z', 'some.thing', '" + facts + "')";
    }

    private static CustomerId customerId(String id) {
        return new CustomerId(UUID.fromString(id));
    }
}
