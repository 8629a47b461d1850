package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.anchor.Anchors;
import dev.makegood.archive.Archiving;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the history of an order takes on the disk: the figures of the page about recovering. */
class OrderSizeTest {

    private static final int ORDERS = Integer.getInteger("makegood.orders", 100);

    private final DataSource owner;
    private final MakegoodFixture fixture;

    OrderSizeTest() {
        var database = TestDatabases.migrated();
        this.owner = database.asOwner();
        this.fixture = MakegoodFixture.on(TestDatabases.store(database));
    }

    private void orders() {
        var customer = fixture.customerWith(40L * ORDERS);
        for (int i = 0; i < ORDERS; i++) {
            fixture.pipeline.completes(fixture.startProject(customer), 40);
        }
    }

    @Test
    void a_completed_order_leaves_two_transfers_and_five_events() {
        orders();

        assertThat(rows("transfer")).isEqualTo(1 + 2L * ORDERS);
        assertThat(rows("event")).isEqualTo(1 + 5L * ORDERS);
        System.out.println("bytes for each of " + ORDERS + " orders, with indexes: " + sizes());
    }

    @Test
    void of_an_archived_order_one_event_is_left() {
        orders();
        while (fixture.makegood.eventRelay().deliver("one", 1_000) > 0) {
            Thread.onSpinWait();
        }
        fixture.clock.advance(Duration.ofDays(1));
        fixture.makegood.bookClosing().close(fixture.clock.instant());
        var anchor = new ArrayList<String>();
        var unused = Anchors.of(fixture.storage.archive())
                .take(fixture.clock.instant(), anchor::add);
        var cut = new Archiving(fixture.storage.archive(), JooqEventCutter.on(owner),
                Archiving.Copies.NONE).cut(anchor.iterator(), fixture.clock.instant(),
                        violation -> {
                            throw new AssertionError(violation);
                        });

        assertThat(cut.events()).isEqualTo(4L * ORDERS);
        assertThat(rows("transfer")).isEqualTo(1 + 2L * ORDERS);
        assertThat(rows("event")).isEqualTo(1 + ORDERS + 1);
        System.out.println("bytes for each of " + ORDERS + " archived orders: " + sizes());
    }

    private long rows(String table) {
        return Long.parseLong(query("select count(*) from makegood." + table).getFirst());
    }

    private List<String> sizes() {
        TestSql.execute(owner, "vacuum full");
        return query("select relname || ' ' || pg_total_relation_size(oid) / " + ORDERS
                + " from pg_class where relnamespace = 'makegood'::regnamespace and relkind = 'r'"
                + " and pg_total_relation_size(oid) > 100 * " + ORDERS + " order by relname");
    }

    private List<String> query(String sql) {
        return TestSql.query(owner, sql);
    }
}
