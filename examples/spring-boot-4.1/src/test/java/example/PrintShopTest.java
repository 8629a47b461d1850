package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.Makegood;
import dev.makegood.audit.Audit;
import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.EmbeddedPostgres;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.TransferId;
import dev.makegood.persistence.JooqStore;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
class PrintShopTest {

    @TempDir
    static Path folder;

    static EmbeddedPostgres postgres;

    @Autowired
    PrintShop shop;

    @Autowired
    JooqStore store;

    @Autowired
    EntityManager entities;

    @Autowired
    ApplicationContext context;

    /** The host's database has a table before Makegood comes. */
    @DynamicPropertySource
    static void the_hosts_database(DynamicPropertyRegistry properties) throws Exception {
        postgres = EmbeddedPostgres.start(folder);
        var owner = postgres.owner();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), owner.user(),
                owner.password());
                var statement = connection.createStatement()) {
            statement.execute("create table print (id uuid primary key, pages int not null)");
        }
        properties.add("spring.datasource.url", postgres::jdbcUrl);
        properties.add("spring.datasource.username", owner::user);
        properties.add("spring.datasource.password", owner::password);
    }

    @AfterAll
    static void stops() {
        postgres.close();
    }

    @Test
    void grants_holds_captures_and_verifies() {
        var makegood = Makegood.on(store).open();
        var ada = new CustomerId(UUID.randomUUID());
        makegood.ledger().grant(TransferId.of("gift", ada.value()), ada,
                Grant.of(GrantSource.PURCHASE, new Credits(100)));
        var print = UUID.randomUUID();

        shop.order(ada, print, 25);
        assertThatThrownBy(() -> shop.order(ada, UUID.randomUUID(), 76))
                .hasMessage("not enough credits");
        shop.finish(ada, print, 10);

        assertThat(makegood.ledger().available(ada)).isEqualTo(new Credits(90));
        assertThat(entities.createQuery("select p.pages from Print p", Integer.class)
                .getResultList()).containsExactly(10);
        assertThat(Audit.of(store.archive()).violations(ada)).isEmpty();
    }

    @Test
    void nothing_of_ours_is_turned_on_in_the_host() {
        assertThat(context.getBeanDefinitionNames())
                .noneMatch(name -> name.matches("(?i).*(flyway|jooq|dslContext|r2dbc).*")
                        && !name.equals("makegoodStore"));
    }
}
