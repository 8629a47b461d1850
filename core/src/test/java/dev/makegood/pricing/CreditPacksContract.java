package dev.makegood.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.testing.StorageTestBase;
import org.junit.jupiter.api.Test;

/** What every {@link CreditPacks} must do. */
public abstract class CreditPacksContract extends StorageTestBase {

    private final String name = "pack-" + samples.id();

    @Test
    void a_pack_is_for_sale_as_it_was_put_up_last() {
        var first = pack(1_000_000, 0, 100);
        var second = pack(1_000_000, 5, 200);

        storage().creditPacks().save(first);
        storage().creditPacks().save(second);

        assertThat(storage().creditPacks().find(name)).contains(second);
        assertThat(storage().creditPacks().all()).contains(second)
                .doesNotContain(first)
                .isSortedAccordingTo((one, other) -> one.credits().compareTo(other.credits()));
        assertThat(storage().creditPacks().find("no-such-pack")).isEmpty();
    }

    private CreditPack pack(long credits, long bonus, long price) {
        return new CreditPack(name, "«A pack»", new Credits(credits), new Credits(bonus),
                Money.of(price, "JPY"));
    }
}
