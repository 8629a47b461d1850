package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpendingOrderTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant AUGUST_15 = Instant.parse("2026-08-15T00:00:00Z");
    private static final Instant SEPTEMBER_1 = Instant.parse("2026-09-01T00:00:00Z");

    private static GrantBalance grant(
            int name, int priority, @Nullable Instant expiresAt, GrantSource source, long credits) {
        return grant(name, priority, expiresAt, source, credits, NOW.minusSeconds(60), name);
    }

    private static GrantBalance grant(
            int name, int priority, @Nullable Instant expiresAt, GrantSource source, long credits,
            Instant grantedAt, long sequence) {
        var grant = new Grant(source, new Credits(credits), priority, expiresAt);
        return new GrantBalance(new TransferId(new UUID(0, name)), grant, grant.credits(),
                Credits.NONE, expiresAt, grantedAt, sequence);
    }

    private static List<Part> allocate(List<GrantBalance> grants, Credits credits) {
        var nothingStored = new InMemoryStore();
        return nothingStored.write(CustomerId.SYSTEM_ACCOUNT, unit -> {
            var spendable = new SpendableGrants(unit.ledger(), NOW, Set.of(), grants);
            return SpendingOrder.parts(SpendingOrder.take(spendable, credits), credits, NOW);
        });
    }

    private static Map<Long, Long> allocated(List<GrantBalance> grants, long credits) {
        return allocate(grants, new Credits(credits))
                .stream()
                .collect(Collectors.toMap(
                        part -> part.grant().value().getLeastSignificantBits(),
                        part -> part.credits().amount()));
    }

    @Test
    void the_first_vector_of_the_domain_rules() {
        var a = grant(1, 1, NOW.plusSeconds(10), GrantSource.PURCHASE, 50);
        var b = grant(2, 1, NOW.plusSeconds(20), GrantSource.PURCHASE, 80);
        var c = grant(3, 2, null, GrantSource.PURCHASE, 100);

        assertThat(allocated(List.of(a, b, c), 90)).isEqualTo(Map.of(1L, 50L, 2L, 40L));
    }

    @Test
    void the_second_vector_of_the_domain_rules() {
        var a = grant(1, 1, SEPTEMBER_1, GrantSource.PURCHASE, 50);
        var b = grant(2, 1, SEPTEMBER_1, GrantSource.PROMOTION, 20);
        var c = grant(3, 2, AUGUST_15, GrantSource.PROMOTION, 100);

        assertThat(allocated(List.of(a, b, c), 60)).isEqualTo(Map.of(2L, 20L, 1L, 40L));
    }

    /**
     * In the order in which they are spent; each differs from the next by the last rule that tells
     * them apart.
     */
    private static List<GrantBalance> inOrder() {
        var old = NOW.minusSeconds(99);
        return List.of(
                grant(1, 0, null, GrantSource.PURCHASE, 1),
                grant(2, 1, AUGUST_15, GrantSource.PURCHASE, 1),
                grant(3, 1, SEPTEMBER_1, GrantSource.PURCHASE, 1),
                grant(4, 1, null, GrantSource.PROMOTION, 1),
                grant(5, 1, null, GrantSource.SIGNUP, 1),
                grant(6, 1, null, GrantSource.WEEKLY_BONUS, 1),
                grant(7, 1, null, GrantSource.COMPENSATION, 1),
                grant(8, 1, null, GrantSource.ADJUSTMENT, 1),
                grant(9, 1, null, GrantSource.PURCHASE, 1, old, 99),
                grant(10, 1, null, GrantSource.PURCHASE, 1, old.plusSeconds(1), 1),
                grant(11, 1, null, GrantSource.PURCHASE, 1, old.plusSeconds(1), 2),
                grant(12, 100, AUGUST_15, GrantSource.PROMOTION, 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void the_order_is_the_same_however_the_grants_came(long seed) {
        var shuffled = new ArrayList<>(inOrder());
        Collections.shuffle(shuffled, new Random(seed));

        var spent = allocate(shuffled, new Credits(12));

        assertThat(spent).extracting(Part::grant)
                .containsExactlyElementsOf(inOrder().stream().map(GrantBalance::id).toList());
    }

    @Test
    void a_grant_past_its_expiry_is_not_spent() {
        var expired = grant(1, 1, NOW, GrantSource.PROMOTION, 50);
        var last = grant(2, 1, NOW.plusNanos(1_000), GrantSource.PROMOTION, 50);

        assertThat(allocated(List.of(expired, last), 60)).isEqualTo(Map.of(2L, 50L));
    }

    @Test
    void what_is_taken_remembers_how_long_it_could_still_have_been_spent() {
        var expiring = grant(1, 1, NOW.plusSeconds(7), GrantSource.PROMOTION, 50);
        var lasting = grant(2, 1, null, GrantSource.PROMOTION, 50);

        var parts = allocate(List.of(expiring, lasting), new Credits(60));

        assertThat(parts).extracting(Part::timeLeft)
                .containsExactly(Duration.ofSeconds(7), null);
    }

    @Test
    void what_a_posting_has_touched_is_spent_in_its_place_among_what_is_stored() {
        var fixture = MakegoodFixture.inMemory();
        var ada = fixture.customerWith(1);
        var touchedId = fixture.grant(ada, 1);
        fixture.grant(ada, 1);
        var now = fixture.clock.instant();

        fixture.storage.change(ada, unit -> {
            var stored = unit.ledger().spendableGrants(now, null, 10);
            var touched = List.of(unit.ledger().grant(touchedId).orElseThrow());
            var spendable =
                    new SpendableGrants(unit.ledger(), now, Set.of(touchedId), touched);

            assertThat(SpendingOrder.take(spendable, new Credits(3)))
                    .containsExactlyElementsOf(stored);
        });
    }
}
