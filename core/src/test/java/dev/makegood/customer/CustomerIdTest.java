package dev.makegood.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerIdTest {

    @Test
    void different_things_are_spread_over_256_system_accounts() {
        var accounts = IntStream.range(0, 10_000)
                .mapToObj(number -> CustomerId.systemAccountFor("thing " + number))
                .distinct()
                .toList();

        assertThat(accounts).hasSize(256)
                .allMatch(CustomerId::isSystemAccount)
                .contains(CustomerId.SYSTEM_ACCOUNT, CustomerId.LAST_SYSTEM_ACCOUNT);
    }

    /** What is stored is looked for by it: another choice would not find it. */
    @Test
    void the_same_thing_is_always_at_the_same_account() {
        assertThat(CustomerId.systemAccountFor("images/portrait"))
                .hasToString("00000000-0000-0000-0000-000000000044");
        assertThat(CustomerId.SYSTEM_ACCOUNT).hasToString("00000000-0000-0000-0000-000000000000");
    }

    @Test
    void no_other_id_is_a_system_account() {
        assertThat(new CustomerId(new UUID(0, 256)).isSystemAccount()).isFalse();
        assertThat(new CustomerId(new UUID(0, -1)).isSystemAccount()).isFalse();
        assertThat(new CustomerId(new UUID(1, 0)).isSystemAccount()).isFalse();
    }
}
