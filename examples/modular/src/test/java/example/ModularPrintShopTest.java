package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.makegood.Makegood;
import dev.makegood.audit.Audit;
import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.EmbeddedPostgres;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferId;
import dev.makegood.persistence.JooqStore;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModularPrintShopTest {

    @Test
    void grants_holds_captures_and_verifies(@TempDir Path folder) throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder); var pool = poolOf(postgres)) {
            var shop = new ModularPrintShop(pool);
            var makegood = Makegood.on(JooqStore.on(pool)).open();
            var ada = new CustomerId(UUID.randomUUID());
            makegood.ledger().grant(TransferId.of("gift", ada.value()), ada,
                    Grant.of(GrantSource.PURCHASE, new Credits(100)));
            var print = UUID.randomUUID();

            assertTrue(shop.order(ada, print, 25));
            assertFalse(shop.order(ada, UUID.randomUUID(), 76), "only 75 are left");
            assertTrue(shop.finish(ada, print, 10));

            assertEquals(new Credits(90), makegood.ledger().available(ada));
            assertEquals("1", countOfPrints(pool));
            assertEquals(List.of(), Audit.of(JooqStore.on(pool).archive()).violations(ada));
        }
    }

    private static HikariDataSource poolOf(EmbeddedPostgres postgres) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.jdbcUrl());
        pool.setUsername(postgres.owner().user());
        pool.setPassword(postgres.owner().password());
        pool.setMaximumPoolSize(3);
        return pool;
    }

    private static String countOfPrints(HikariDataSource pool) throws Exception {
        try (var connection = pool.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from print")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
