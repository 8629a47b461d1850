package dev.makegood.simulation;

import dev.makegood.Makegood;
import dev.makegood.Storage;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.PriceTable;
import dev.makegood.project.Workshop;
import dev.makegood.project.Workshops;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everything there is in a simulation: the process that may crash, and all that outlives it. */
final class World {

    private static final int CUSTOMERS = 3;

    /** What is put wrong on purpose; nothing, usually. */
    record Faults(UnaryOperator<Storage> storage, PriceList prices) {

        static final Faults NONE = new Faults(UnaryOperator.identity(), PriceTable.defaults());
    }

    final Dice dice;
    final Samples samples;
    final TickingClock clock;
    final Storage durable;
    final CrashingStorage storage;
    final FlakyPipeline pipeline;
    final Ear ear;
    final List<Expected> customers = new ArrayList<>();
    private final Map<Expected, Deque<Deed>> unanswered = new HashMap<>();
    private final Workshop workshop;
    private final PriceList prices;
    private Weather weather;
    private Makegood makegood;

    World(long seed, Faults faults) {
        var store = new InMemoryStore();
        this.dice = new Dice(seed);
        this.samples = new Samples(seed % 1_000);
        this.clock = new TickingClock("2026-01-01T12:00:00Z");
        this.weather = Weather.drawn(dice);
        this.durable = store;
        this.storage = new CrashingStorage(faults.storage().apply(store));
        this.pipeline = new FlakyPipeline(dice, weather, clock, store::isInUnit);
        this.ear = new Ear(dice);
        this.prices = faults.prices();
        @Nullable
        Duration limit = dice.chance(50) ? Duration.ofHours(6) : null;
        this.workshop = new Workshop("flaky", pipeline, Duration.ofMinutes(15), limit);
        this.makegood = opened();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(new Expected(samples.customer()));
        }
    }

    private Makegood opened() {
        return Makegood.on(storage)
                .workedIn(Workshops.only(workshop))
                .pricedBy(prices)
                .at(clock)
                .heardBy(ear)
                .open();
    }

    Makegood makegood() {
        return makegood;
    }

    void calmDown() {
        weather = Weather.calm();
        pipeline.calmDown();
        ear.sharpen();
    }

    /** Does something that may end in a crash, after which there is another process; answers whether it did not. */
    boolean survives(Runnable something) {
        if (dice.chance(weather.crashes)) {
            storage.crashAfter(dice.upTo(4), dice.chance(50));
        }
        try {
            something.run();
            return true;
        } catch (Crash e) {
            makegood = opened();
            return false;
        } finally {
            storage.neverCrash();
        }
    }

    /** Asks for something, again first for whatever nobody answered; whoever is not answered waits. */
    void ask(Expected who, Deed deed) {
        unanswered.computeIfAbsent(who, unknown -> new ArrayDeque<>()).add(deed);
        askAgain(who);
    }

    void askAgain(Expected who) {
        var waiting = unanswered.getOrDefault(who, new ArrayDeque<>());
        while (!waiting.isEmpty() && survives(waiting.peek()::ask)) {
            waiting.remove();
        }
    }

    /** Tells whether we know what to expect of this customer. */
    boolean isAnswered(Expected who) {
        return !unanswered.containsKey(who) || unanswered.get(who).isEmpty();
    }
}
