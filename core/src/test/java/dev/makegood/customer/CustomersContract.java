package dev.makegood.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerStore.Claim;
import dev.makegood.customer.CustomerStore.Claimed;
import dev.makegood.customer.CustomerStore.ClaimedByOther;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.StorageTestBase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a {@link CustomerStore} and a {@link CustomerDirectory} must do, together. */
public abstract class CustomersContract extends StorageTestBase {

    private final Identity identity = samples.identity();

    @Test
    void a_claimed_identity_finds_its_customer() {
        var customer = new Customer(ada, identity, clock.instant().plusNanos(1_000));

        assertThat(claim(customer)).isEqualTo(new Claimed());
        assertThat(directory().find(identity)).contains(ada);
        assertThat(directory().find(ada)).contains(customer);
    }

    @Test
    void an_identity_stays_whose_it_was_first() {
        var unused = claim(new Customer(ada, identity, clock.instant()));

        assertThat(claim(new Customer(bob, identity, clock.instant())))
                .isEqualTo(new ClaimedByOther(ada));
        assertThat(directory().find(identity)).contains(ada);
        assertThat(directory().find(bob)).isEmpty();
    }

    @Test
    void an_identity_is_compared_to_the_letter() {
        var lower = new Identity("app", "user-" + ada + "a");
        var upper = new Identity("app", "user-" + ada + "A");
        var elsewhere = new Identity("telegram", lower.subject());
        var unused = claim(new Customer(ada, lower, clock.instant()));

        assertThat(directory().find(upper)).isEmpty();
        assertThat(directory().find(elsewhere)).isEmpty();
        assertThat(claim(new Customer(bob, upper, clock.instant()))).isEqualTo(new Claimed());
    }

    @Test
    void customers_are_found_by_what_stands_after_the_slash() {
        var subject = "user-" + ada;
        var unused = claim(new Customer(ada, new Identity("app", subject), clock.instant()));
        var another = claim(new Customer(bob, new Identity("telegram", subject), clock.instant()));
        assertThat(another).isEqualTo(new Claimed());

        assertThat(directory().findBySubject(subject)).containsExactlyInAnyOrder(ada, bob);
        assertThat(directory().findBySubject("user")).isEmpty();
        assertThat(directory().findBySubject("app/" + subject)).isEmpty();
    }

    @Test
    void the_longest_identity_is_kept() {
        var longest = new Identity("a".repeat(32), "~".repeat(164) + ada);
        var unused = claim(new Customer(ada, longest, clock.instant()));

        assertThat(directory().find(longest)).contains(ada);
    }

    @Test
    void unknown_identities_are_not_found() {
        assertThat(directory().find(identity)).isEmpty();
        assertThat(directory().find(ada)).isEmpty();
        assertThat(directory().find(CustomerId.SYSTEM_ACCOUNT)).isEmpty();
    }

    @Test
    void of_many_who_claim_an_identity_at_once_one_gets_it() {
        var newcomers = Stream.generate(samples::customer).limit(8).toList();

        var claims = ConcurrentCalls.run(8,
                who -> claim(new Customer(newcomers.get(who), identity, clock.instant())));

        var owner = directory().find(identity).orElseThrow();
        assertThat(claims).containsOnlyOnce(new Claimed());
        assertThat(claims.get(newcomers.indexOf(owner))).isEqualTo(new Claimed());
        assertThat(others(claims)).hasSize(7).containsOnly(new ClaimedByOther(owner));
    }

    private static List<Claim> others(List<Claim> claims) {
        return claims.stream().filter(ClaimedByOther.class::isInstance).toList();
    }

    private Claim claim(Customer customer) {
        return write(customer.id(), unit -> unit.customers().claim(customer));
    }

    private CustomerDirectory directory() {
        return storage().customerDirectory();
    }
}
