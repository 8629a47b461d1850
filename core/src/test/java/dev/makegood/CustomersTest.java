package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Customers.Admitted;
import dev.makegood.Customers.NotAdmitted;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.MakegoodFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomersTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final Customers customers = fixture.makegood.customers();
    private final Identity identity = fixture.samples.identity();
    private final CustomerId newId = fixture.samples.customer();

    @Test
    void a_new_customer_gets_the_signup_grant() {
        assertThat(customers.findOrCreate(identity, newId)).isEqualTo(newId);

        assertThat(fixture.available(newId)).isEqualTo(60);
        assertThat(customers.find(identity)).contains(newId);
        assertThat(customers.find(newId))
                .contains(new Customer(newId, identity, fixture.clock.instant()));
    }

    @Test
    void a_known_customer_gets_no_second_signup_grant() {
        var unused = customers.findOrCreate(identity, newId);
        var another = fixture.samples.customer();

        assertThat(customers.findOrCreate(identity, another)).isEqualTo(newId);
        assertThat(fixture.available(newId)).isEqualTo(60);
        assertThat(fixture.available(another)).isZero();
    }

    @Test
    void how_many_credits_a_new_customer_gets_is_a_setting_and_none_is_a_value() {
        var strict = MakegoodFixture.inMemory(builder -> builder.withSignupGrant(Credits.NONE));
        var otherId = strict.samples.customer();

        assertThat(strict.makegood.customers().findOrCreate(identity, otherId))
                .isEqualTo(otherId);
        assertThat(strict.available(otherId)).isZero();
    }

    @Test
    void a_new_customer_who_can_afford_it_is_admitted() {
        assertThat(customers.admit(identity, newId, new Credits(60)))
                .isEqualTo(new Admitted(newId));
        assertThat(fixture.available(newId)).isEqualTo(60);
    }

    @Test
    void a_new_customer_who_could_not_afford_it_is_not_created() {
        assertThat(customers.admit(identity, newId, new Credits(61)))
                .isEqualTo(new NotAdmitted(new Credits(61), new Credits(60)));

        assertThat(customers.find(identity)).isEmpty();
        assertThat(customers.find(newId)).isEmpty();
        assertThat(fixture.storage.archive().customers(null, 10)).isEmpty();
    }

    @Test
    void a_known_customer_is_admitted_whatever_it_costs() {
        var unused = customers.findOrCreate(identity, newId);

        assertThat(customers.admit(identity, fixture.samples.customer(), new Credits(1_000)))
                .isEqualTo(new Admitted(newId));
    }

    @Test
    void a_new_customer_who_comes_ten_times_at_once_gets_one_signup_grant() {
        var ids = Stream.generate(fixture.samples::customer).limit(10).toList();

        var welcomed =
                ConcurrentCalls.run(10, who -> customers.findOrCreate(identity, ids.get(who)));

        assertThat(welcomed).containsOnly(welcomed.getFirst());
        assertThat(ids.stream().mapToLong(fixture::available).sum()).isEqualTo(60);
        assertThat(fixture.storage.archive().customers(null, 10)).hasSize(1);
    }
}
