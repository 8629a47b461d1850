package dev.makegood.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.persistence.JooqStore;
import dev.makegood.persistence.JpaStore;
import dev.makegood.persistence.TestDatabases;
import dev.makegood.persistence.view.PaymentView;
import dev.makegood.persistence.view.ProjectView;
import dev.makegood.persistence.view.TransferView;
import dev.makegood.persistence.view.WalletView;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Submission.Queued;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs what the page about embedding shows to hosts with Jakarta Persistence. */
class EmbeddingWithJpaTest {

    private static final DataSource DATABASE = TestDatabases.migrated().asOwner();

    private static EntityManagerFactory hibernate;

    private final VideoShop videoShop = new VideoShop();

    /** The host's own entity. */
    @Entity(name = "Booking")
    @Table(name = "booking", schema = "public")
    static class Booking {

        @Id
        private UUID id;

        protected Booking() {}

        Booking(UUID id) {
            this.id = id;
        }
    }

    @BeforeAll
    static void the_host_starts() throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table public.booking (id uuid primary key)");
        }
        hibernate = new PersistenceConfiguration("host")
                .managedClass(Booking.class)
                .managedClass(WalletView.class)
                .managedClass(ProjectView.class)
                .managedClass(TransferView.class)
                .managedClass(PaymentView.class)
                .property("jakarta.persistence.nonJtaDataSource", DATABASE)
                .property("hibernate.jdbc.time_zone", "UTC")
                .createEntityManagerFactory();
    }

    @AfterAll
    static void the_host_stops() {
        hibernate.close();
    }

    @Test
    void the_hosts_entity_and_our_hold_commit_together() {
        var ada = VideoShop.newCustomer(videoShop.open(JooqStore.on(DATABASE)));
        var id = VideoShop.newId();

        assertThat(book(id, ada)).isTrue();

        assertThat(bookings(id)).isEqualTo(1);
        assertThat(held(ada)).isEqualTo(60);
    }

    @Test
    void the_hosts_entity_and_our_hold_roll_back_together() {
        var ada = VideoShop.newCustomer(videoShop.open(JooqStore.on(DATABASE)));
        var spent = book(VideoShop.newId(), ada);
        var id = VideoShop.newId();

        assertThat(book(id, ada)).isFalse();

        assertThat(spent).isTrue();
        assertThat(bookings(id)).isZero();
    }

    // snippet: jpa
    boolean book(ProjectId id, CustomerId customer) {
        return hibernate.callInTransaction(entities -> {
            entities.persist(new Booking(id.value())); // the host's own entity
            var makegood = videoShop.open(JpaStore.joining(entities));
            if (makegood.projects().submit(id, customer, VideoShop.VIDEO) instanceof Queued) {
                return true; // both are committed
            }
            entities.getTransaction().setRollbackOnly();
            return false; // neither is
        });
    }
    // end

    // snippet: jpql
    long held(CustomerId customer) {
        return hibernate.callInTransaction(entities -> entities
                .createQuery("select w.held from WalletView w where w.customerId = :customer",
                        Long.class)
                .setParameter("customer", customer.value())
                .getSingleResult());
    }
    // end

    private static long bookings(ProjectId id) {
        return hibernate.callInTransaction(entities -> entities
                .createQuery("select count(b) from Booking b where b.id = :id", Long.class)
                .setParameter("id", id.value())
                .getSingleResult());
    }
}
