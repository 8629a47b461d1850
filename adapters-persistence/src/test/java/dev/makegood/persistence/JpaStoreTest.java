package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.Makegood;
import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.money.Money;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeAnswer;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefundAnswer;
import dev.makegood.payment.Purpose;
import dev.makegood.persistence.view.PaymentView;
import dev.makegood.persistence.view.ProjectView;
import dev.makegood.persistence.view.TransferView;
import dev.makegood.persistence.view.WalletView;
import dev.makegood.pricing.Operation;
import dev.makegood.project.Order;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Submission;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** A host with Hibernate: its entity and our hold, in one transaction of its own. */
class JpaStoreTest {

    private static final TestDatabase DATABASE = TestDatabases.migrated();

    private static EntityManagerFactory host;

    private final Samples samples = Samples.fresh();
    private final CustomerId ada = samples.customer();
    private final ProjectId project = samples.project();
    private final JooqStore own = JooqStore.on(DATABASE.asOwner());

    /** What the host keeps itself. */
    @Entity
    @Table(name = "booking", schema = "public")
    static class Booking {

        @Id
        private UUID id;

        protected Booking() {}

        Booking(UUID id) {
            this.id = id;
        }
    }

    private static final TickingClock PAYMENT_CLOCK =
            new TickingClock("2026-11-20T12:00:00Z");

    @BeforeAll
    static void the_host_starts_and_finds_everything_as_it_is_mapped() {
        TestSql.execute(DATABASE.asOwner(), "create table public.booking (id uuid primary key)");
        host = new PersistenceConfiguration("host")
                .managedClass(Booking.class)
                .managedClass(WalletView.class)
                .managedClass(ProjectView.class)
                .managedClass(TransferView.class)
                .managedClass(PaymentView.class)
                .property("jakarta.persistence.nonJtaDataSource", DATABASE.asOwner())
                .property("hibernate.hbm2ddl.auto", "validate")
                .property("hibernate.jdbc.time_zone", "UTC")
                .createEntityManagerFactory();
    }

    @AfterAll
    static void the_host_stops() {
        host.close();
    }

    @BeforeEach
    void ada_has_a_hundred_credits() {
        Makegood.on(own)
                .open()
                .ledger()
                .grant(samples.transfer(), ada,
                        Grant.of(GrantSource.PURCHASE, new Credits(100)));
    }

    @Test
    void the_hosts_entity_and_our_hold_commit_together() {
        host.runInTransaction(manager -> {
            manager.persist(new Booking(project.value()));
            assertThat(submit(manager)).isInstanceOf(Submission.Queued.class);
        });

        assertThat(bookings()).isEqualTo("1");
        assertThat(own.projectHistory().find(project)).isPresent();
        assertThat(own.statements().wallet(ada).balances().held()).isEqualTo(new Credits(40));
    }

    @Test
    void the_hosts_entity_and_our_hold_are_rolled_back_together() {
        assertThatThrownBy(() -> host.runInTransaction(manager -> {
            manager.persist(new Booking(project.value()));
            assertThat(submit(manager)).isInstanceOf(Submission.Queued.class);
            throw new IllegalStateException("the host changed its mind");
        })).hasMessageContaining("changed its mind");

        assertThat(bookings()).isEqualTo("0");
        assertThat(own.projectHistory().find(project)).isEmpty();
        assertThat(own.statements().wallet(ada).balances().held()).isEqualTo(Credits.NONE);
    }

    /** With Jakarta Persistence 3.1; the example with Spring Boot 3.5 is such a host. */
    @Test
    void hibernate_lends_the_same_connection_in_its_own_way() {
        host.runInTransaction(manager -> {
            assertThat(JpaConnections.HibernateSession.isBehind(manager)).isTrue();
            var standard = new JpaConnections.Standard().<Integer>call(manager, this::backend);
            assertThat(new JpaConnections.HibernateSession().<Integer>call(manager, this::backend))
                    .isEqualTo(standard);
        });
    }

    private int backend(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_a_unit_throws_comes_out_as_it_was() {
        host.runInTransaction(manager -> {
            manager.persist(new Booking(project.value()));

            assertThatThrownBy(() -> JpaStore.joining(manager).change(ada, unit -> {
                throw new IllegalArgumentException("on purpose");
            })).isExactlyInstanceOf(IllegalArgumentException.class);
        });

        assertThat(bookings()).isEqualTo("1");
    }

    @Test
    void without_a_transaction_nothing_is_joined() {
        try (var manager = host.createEntityManager()) {
            assertThatThrownBy(() -> submit(manager)).isInstanceOf(RuntimeException.class);
        }

        assertThat(own.projectHistory().find(project)).isEmpty();
    }

    @Test
    void the_host_queries_wallets_projects_and_transfers_in_its_own_words() {
        host.runInTransaction(manager -> submit(manager));

        host.runInTransaction(manager -> {
            var wallet = manager.find(WalletView.class, ada.value());
            assertThat(wallet.available()).isEqualTo(60);
            assertThat(wallet.held()).isEqualTo(40);
            assertThat(wallet.projectsPending()).isEqualTo(1);
            var view = manager.createQuery("""
                    select p from ProjectView p
                    where p.customerId = :whose and p.status = 'pending'""", ProjectView.class)
                    .setParameter("whose", ada.value())
                    .getSingleResult();
            assertThat(view.id()).isEqualTo(project.value());
            assertThat(view.creditsUsed()).isEqualTo(40);
            assertThat(manager.createQuery("""
                    select t.kind from TransferView t
                    where t.customerId = :whose order by t.sequence""", String.class)
                    .setParameter("whose", ada.value())
                    .getResultList()).containsExactly("grant", "hold");
        });
    }

    @Test
    void the_host_queries_payments_and_their_refunds() {
        var gateway = new FakeGateway(PAYMENT_CLOCK, () -> false);
        var payments =
                Makegood.on(own).withPayments(PaymentSetup.of(List.of(gateway))).open().payments();
        var details = paymentDetails();
        var open = (Payment.Open) payments.create(details);
        var paid = gateway.pays(open.checkout().ref(), details.amount());
        var answer = payments.accept(new Verified(new GatewayRef("fake", "evt_" + details.id()),
                List.of(open.checkout().ref()), List.of(paid)));
        assertThat(answer).isInstanceOf(NoticeAnswer.NoticeApplied.class);
        assertThat(
                payments.refund("some", details.id(), Money.of(5_000, "RUB"), Cause.rule("test")))
                        .isInstanceOf(PaymentRefundAnswer.PaymentRefunded.class);

        host.runInTransaction(manager -> {
            var view = manager.find(PaymentView.class, details.id().value());
            assertThat(view.status()).isEqualTo("succeeded");
            assertThat(view.customerId()).isEqualTo(ada.value());
            assertThat(view.amount()).isEqualTo(19_900);
            assertThat(view.refunded()).isEqualTo(5_000);
            assertThat(view.packName()).isEqualTo("starter");
            assertThat(view.paymentMethod()).isEqualTo("card");
        });
    }

    private PaymentDetails paymentDetails() {
        return new PaymentDetails(new PaymentId(UUID.randomUUID()), ada, "fake",
                Money.of(19_900, "RUB"),
                new Purpose.Pack("starter", new Credits(100), Credits.NONE), "100 credits",
                new PaymentDetails.ReturnUrls("https://a.example/", "https://a.example/"),
                PAYMENT_CLOCK.instant());
    }

    private Submission submit(EntityManager manager) {
        return Makegood.on(JpaStore.joining(manager))
                .open()
                .projects()
                .submit(project, ada,
                        Order.of(Operation.of("story-editor", "project-video")));
    }

    private String bookings() {
        return TestSql.query(DATABASE.asOwner(),
                "select count(*) from public.booking where id = '" + project + "'").getFirst();
    }
}
