package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.Cashier;
import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Source;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.persistence.embedded.TestDatabase;
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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host with Hibernate: its entity and our hold, in one transaction of its own. */
class JpaStoreTest {

    private static final TestDatabase DATABASE = Databases.migrated();

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

    private static final TickingClock CLOCK_OF_PAYMENTS =
            new TickingClock("2026-11-20T12:00:00Z");

    @BeforeAll
    static void the_host_starts_and_finds_everything_as_it_is_mapped() {
        Plain.run(DATABASE.asOwner(), "create table public.booking (id uuid primary key)");
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
                        Grant.of(Source.PURCHASE, new Credits(100)));
    }

    @Test
    void the_hosts_entity_and_our_hold_commit_together() {
        host.runInTransaction(manager -> {
            manager.persist(new Booking(project.value()));
            assertThat(submitted(manager)).isInstanceOf(Submission.Queued.class);
        });

        assertThat(bookings()).isEqualTo("1");
        assertThat(own.histories().find(project)).isPresent();
        assertThat(own.statements().wallet(ada).balances().held()).isEqualTo(new Credits(40));
    }

    @Test
    void the_hosts_entity_and_our_hold_are_rolled_back_together() {
        assertThatThrownBy(() -> host.runInTransaction(manager -> {
            manager.persist(new Booking(project.value()));
            assertThat(submitted(manager)).isInstanceOf(Submission.Queued.class);
            throw new IllegalStateException("the host changed its mind");
        })).hasMessageContaining("changed its mind");

        assertThat(bookings()).isEqualTo("0");
        assertThat(own.histories().find(project)).isEmpty();
        assertThat(own.statements().wallet(ada).balances().held()).isEqualTo(Credits.NONE);
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
            assertThatThrownBy(() -> submitted(manager)).isInstanceOf(RuntimeException.class);
        }

        assertThat(own.histories().find(project)).isEmpty();
    }

    @Test
    void the_host_queries_wallets_projects_and_transfers_in_its_own_words() {
        host.runInTransaction(manager -> submitted(manager));

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
    void the_host_queries_payments_and_what_went_back_of_them() {
        var gateway = new FakeGateway(CLOCK_OF_PAYMENTS, () -> false);
        var payments = Makegood.on(own).paidAt(Cashier.of(List.of(gateway))).open().payments();
        var bill = bill();
        var open = (Payment.Open) payments.ask(bill);
        var paid = gateway.pays(open.checkout().ref(), bill.amount());
        var heard = payments.accept(new Believed(new GatewayRef("fake", "evt_" + bill.id()),
                List.of(open.checkout().ref()), List.of(paid)));
        assertThat(heard).isInstanceOf(Payments.HeardNow.class);
        assertThat(payments.refund("some", bill.id(), Money.of(5_000, "RUB"), Cause.rule("test")))
                .isInstanceOf(Payments.Refunded.class);

        host.runInTransaction(manager -> {
            var view = manager.find(PaymentView.class, bill.id().value());
            assertThat(view.status()).isEqualTo("succeeded");
            assertThat(view.customerId()).isEqualTo(ada.value());
            assertThat(view.amount()).isEqualTo(19_900);
            assertThat(view.refunded()).isEqualTo(5_000);
            assertThat(view.pack()).isEqualTo("starter");
            assertThat(view.paidMethod()).isEqualTo("card");
        });
    }

    private Bill bill() {
        return new Bill(new PaymentId(UUID.randomUUID()), ada, "fake", Money.of(19_900, "RUB"),
                new Purpose.Pack("starter", new Credits(100), Credits.NONE), "100 credits",
                new Bill.Return("https://a.example/", "https://a.example/"),
                CLOCK_OF_PAYMENTS.instant());
    }

    private Submission submitted(EntityManager manager) {
        return Makegood.on(JpaStore.joining(manager))
                .open()
                .projects()
                .submit(project, ada,
                        Order.of(Operation.of("story-editor", "project-video")));
    }

    private String bookings() {
        return Plain.ask(DATABASE.asOwner(),
                "select count(*) from public.booking where id = '" + project + "'").getFirst();
    }
}
