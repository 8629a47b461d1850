package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Customers.Admitted;
import dev.makegood.Customers.TurnedAway;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.testing.Crowd;
import dev.makegood.testing.House;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomersTest {

    private final House house = House.inMemory();
    private final Customers customers = house.makegood.customers();
    private final Identity identity = house.samples.identity();
    private final CustomerId newcomer = house.samples.customer();

    @Test
    void a_newcomer_is_welcomed_with_credits() {
        assertThat(customers.welcome(identity, newcomer)).isEqualTo(newcomer);

        assertThat(house.available(newcomer)).isEqualTo(60);
        assertThat(customers.find(identity)).contains(newcomer);
        assertThat(customers.find(newcomer))
                .contains(new Customer(newcomer, identity, house.clock.instant()));
    }

    @Test
    void whoever_is_known_is_not_welcomed_again() {
        var unused = customers.welcome(identity, newcomer);
        var another = house.samples.customer();

        assertThat(customers.welcome(identity, another)).isEqualTo(newcomer);
        assertThat(house.available(newcomer)).isEqualTo(60);
        assertThat(house.available(another)).isZero();
    }

    @Test
    void how_many_credits_a_newcomer_gets_is_a_setting_and_none_is_a_value() {
        var strict = House.inMemory(opening -> opening.welcomingWith(Credits.NONE));
        var stranger = strict.samples.customer();

        assertThat(strict.makegood.customers().welcome(identity, stranger)).isEqualTo(stranger);
        assertThat(strict.available(stranger)).isZero();
    }

    @Test
    void a_newcomer_who_can_afford_it_is_admitted() {
        assertThat(customers.admit(identity, newcomer, new Credits(60)))
                .isEqualTo(new Admitted(newcomer));
        assertThat(house.available(newcomer)).isEqualTo(60);
    }

    @Test
    void a_newcomer_who_could_not_afford_it_stays_a_stranger() {
        assertThat(customers.admit(identity, newcomer, new Credits(61)))
                .isEqualTo(new TurnedAway(new Credits(61), new Credits(60)));

        assertThat(customers.find(identity)).isEmpty();
        assertThat(customers.find(newcomer)).isEmpty();
        assertThat(house.storage.archive().customers(null, 10)).isEmpty();
    }

    @Test
    void a_known_customer_is_admitted_whatever_it_costs() {
        var unused = customers.welcome(identity, newcomer);

        assertThat(customers.admit(identity, house.samples.customer(), new Credits(1_000)))
                .isEqualTo(new Admitted(newcomer));
    }

    @Test
    void a_newcomer_who_comes_ten_times_at_once_is_welcomed_once() {
        var ids = Stream.generate(house.samples::customer).limit(10).toList();

        var welcomed = Crowd.of(10, who -> customers.welcome(identity, ids.get(who)));

        assertThat(welcomed).containsOnly(welcomed.getFirst());
        assertThat(ids.stream().mapToLong(house::available).sum()).isEqualTo(60);
        assertThat(house.storage.archive().customers(null, 10)).hasSize(1);
    }
}
