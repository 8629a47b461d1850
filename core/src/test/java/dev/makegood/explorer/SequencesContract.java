package dev.makegood.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Storage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * T27 on any storage: no sequence that the explorer can make is refused by it, and after each everything adds up there. All
 * sequences share the storage.
 */
public abstract class SequencesContract {

    /** How many write there what they wrote in memory, a unit at a time. */
    private static final int REPEATED = Integer.getInteger("makegood.explorer.repeated", 2_000);

    /** How many are played there from the beginning: each takes about ten times as long. */
    private static final int PLAYED = Integer.getInteger("makegood.explorer.played", 60);

    private static final long SEED = Long.getLong("makegood.seed", 1);
    private static final int LENGTH_MAX = 5;

    /** Without anybody else's tasks. */
    protected abstract Storage storage();

    @ParameterizedTest
    @EnumSource
    void nothing_that_a_sequence_writes_is_refused(Scope scope) {
        explore(scope, Place::recorded, world -> world.repeatIn(storage()), REPEATED);
    }

    @ParameterizedTest
    @EnumSource
    void a_sequence_ends_there_as_it_does_in_memory(Scope scope) {
        explore(scope, () -> Place.shared(storage()), SmallWorld::leave, PLAYED);
    }

    private static void explore(
            Scope scope, Supplier<Place> places, Consumer<SmallWorld> end, int sequences) {
        var outcome = scope.in(places, end)
                .exploreSome(LENGTH_MAX, SEED, Math.ceilDiv(sequences, Scope.values().length));

        assertThat(outcome.failures()).as("seed %d", SEED).isEmpty();
    }
}
