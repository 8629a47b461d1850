package dev.makegood.explorer;

import dev.makegood.simulation.Crash;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Plays every sequence of so many deeds, each in a world of its own, and collects what went wrong.
 *
 * @param worlds makes a fresh world; the same each time
 */
record Explorer<W extends SmallWorld>(Supplier<W> worlds, List<Deed<W>> deeds) {

    private static final int FAILURES_MAX = 20;

    /** How many sequences were played, and the first that broke a rule, each with its reason. */
    record Outcome(long sequences, List<String> failures) {}

    /** All sequences of exactly {@code length} deeds; every shorter one is the beginning of one of them. */
    Outcome exploreAll(int length) {
        var failures = new ArrayList<String>();
        long total = count(length);
        for (long number = 0; number < total && failures.size() < FAILURES_MAX; number++) {
            play(sequence(number, length), -1, failures);
        }
        return new Outcome(total, failures);
    }

    /** All sequences of {@code length} deeds, with a crash before and after each step of each. */
    Outcome exploreCrashes(int length, int stepsMax) {
        var failures = new ArrayList<String>();
        long total = 0;
        for (int crash = 0; crash < 2 * stepsMax; crash++) {
            for (long number = 0; number < count(length)
                    && failures.size() < FAILURES_MAX; number++) {
                play(sequence(number, length), crash, failures);
                total++;
            }
        }
        return new Outcome(total, failures);
    }

    private long count(int length) {
        long total = 1;
        for (int place = 0; place < length; place++) {
            total *= deeds.size();
        }
        return total;
    }

    /** The digits of a number are the deeds of a sequence. */
    List<Deed<W>> sequence(long number, int length) {
        var sequence = new ArrayList<Deed<W>>(length);
        for (long rest = number; sequence.size() < length; rest /= deeds.size()) {
            sequence.add(deeds.get((int) (rest % deeds.size())));
        }
        return sequence;
    }

    private void play(List<Deed<W>> sequence, int crash, List<String> failures) {
        var world = worlds.get();
        try {
            if (crash >= 0) {
                world.crashAfter(crash / 2, crash % 2 == 1);
            }
            sequence.forEach(deed -> act(world, deed));
            world.drainAndCheck();
        } catch (RuntimeException | AssertionError e) {
            failures.add(sequence + (crash < 0 ? "" : " with crash " + crash) + ": " + e);
        }
    }

    private void act(W world, Deed<W> deed) {
        try {
            deed.act().accept(world);
        } catch (Crash crash) {
            world.crashAfter(-1, false);
        }
    }
}
