package dev.makegood.explorer;

import dev.makegood.simulation.Crash;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Plays sequences of deeds, each in a world of its own, and collects what went wrong.
 *
 * @param worlds makes a fresh world
 * @param end what is done with each world when everything added up
 */
record Explorer<W extends SmallWorld>(Supplier<W> worlds, List<Deed<W>> deeds,
        Consumer<? super W> end) {

    private static final int FAILURES_MAX = 20;

    /** How many sequences were played, and some that broke a rule, each with its reason. */
    record Outcome(long sequences, List<String> failures) {}

    /** The process ends before, or after, a step of its sequence is durable. */
    private record CrashPoint(int step, boolean isAfterwards) {

        static final CrashPoint NONE = new CrashPoint(-1, false);
    }

    private record Play<W extends SmallWorld>(List<Deed<W>> deeds, CrashPoint crash) {

        @Override
        public String toString() {
            return deeds + (crash.equals(CrashPoint.NONE) ? "" : " with " + crash);
        }
    }

    /** All sequences of exactly {@code length} deeds; every shorter one is the beginning of one of them. */
    Outcome exploreAll(int length) {
        return play(LongStream.range(0, count(length))
                .mapToObj(number -> new Play<>(sequence(number, length), CrashPoint.NONE)));
    }

    /** All sequences of {@code length} deeds, with a crash before and after each step of each. */
    Outcome exploreCrashes(int length) {
        return play(LongStream.range(0, count(length))
                .mapToObj(number -> sequence(number, length))
                .flatMap(sequence -> LongStream.range(0, 2L * steps(sequence))
                        .mapToObj(point -> new Play<>(sequence, crashPoint((int) point)))));
    }

    /** Some sequences of up to {@code lengthMax} deeds, from a seed; every third has a crash somewhere. */
    Outcome exploreSome(int lengthMax, long seed, int sequences) {
        var random = new SplittableRandom(seed);
        return play(Stream.generate(() -> drawn(random, lengthMax))
                .limit(sequences)
                .toList()
                .stream());
    }

    private Play<W> drawn(SplittableRandom random, int lengthMax) {
        int length = random.nextInt(1, lengthMax + 1);
        var sequence = sequence(random.nextLong(count(length)), length);
        return new Play<>(sequence, random.nextInt(3) > 0 ? CrashPoint.NONE
                : crashPoint(random.nextInt(4 * length)));
    }

    private static CrashPoint crashPoint(int number) {
        return new CrashPoint(number / 2, number % 2 == 1);
    }

    private long count(int length) {
        long total = 1;
        for (int place = 0; place < length; place++) {
            total *= deeds.size();
        }
        return total;
    }

    /** The digits of a number are the deeds of a sequence. */
    private List<Deed<W>> sequence(long number, int length) {
        var sequence = new ArrayList<Deed<W>>(length);
        for (long rest = number; sequence.size() < length; rest /= deeds.size()) {
            sequence.add(deeds.get((int) (rest % deeds.size())));
        }
        return sequence;
    }

    private int steps(List<Deed<W>> sequence) {
        var world = worlds.get();
        int before = world.steps();
        sequence.forEach(deed -> deed.act().accept(world));
        return world.steps() - before;
    }

    private Outcome play(Stream<Play<W>> plays) {
        var failures = new ConcurrentLinkedQueue<String>();
        long played = plays.parallel()
                .filter(play -> failures.size() < FAILURES_MAX)
                .mapToLong(play -> play(play, failures))
                .sum();
        return new Outcome(played, List.copyOf(failures));
    }

    /** Answers that one was played. */
    private long play(Play<W> play, ConcurrentLinkedQueue<String> failures) {
        try {
            var world = worlds.get();
            world.crashAfter(play.crash().step(), play.crash().isAfterwards());
            play.deeds().forEach(deed -> act(world, deed));
            world.drainAndCheck();
            end.accept(world);
        } catch (RuntimeException | AssertionError e) {
            failures.add(play + ": " + e);
        }
        return 1;
    }

    private void act(W world, Deed<W> deed) {
        try {
            deed.act().accept(world);
        } catch (Crash crash) {
            world.neverCrash();
        }
    }
}
