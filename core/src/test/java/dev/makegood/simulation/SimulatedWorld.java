package dev.makegood.simulation;

import dev.makegood.Makegood;
import dev.makegood.Storage;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.PriceTable;
import dev.makegood.project.PipelineRegistration;
import dev.makegood.project.PipelineRegistry;
import dev.makegood.testing.Samples;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everything there is in a simulation: the process that may crash, and all that outlives it. */
final class SimulatedWorld {

    private static final int CUSTOMERS = 3;

    /** What is put wrong on purpose; nothing, usually. */
    record InjectedFaults(UnaryOperator<Storage> storage, PriceList prices) {

        static final InjectedFaults NONE =
                new InjectedFaults(UnaryOperator.identity(), PriceTable.defaults());
    }

    final Dice dice;
    final Samples samples;
    final TickingClock clock;
    final Storage durable;
    final CrashingStorage storage;
    final FlakyPipeline pipeline;
    final FlakyListener listener;
    final List<ExpectedCustomer> customers = new ArrayList<>();
    private final Map<ExpectedCustomer, Deque<SimulatedCommand>> unanswered = new HashMap<>();
    private final PipelineRegistration registration;
    private final PriceList prices;
    private FaultRates faultRates;
    private final SimulatedServers servers;

    SimulatedWorld(long seed, InjectedFaults faults) {
        var store = new InMemoryStore();
        this.dice = new Dice(seed);
        this.samples = new Samples(seed % 1_000);
        this.clock = new TickingClock("2026-01-01T12:00:00Z");
        this.faultRates = FaultRates.draw(dice);
        this.durable = store;
        this.storage = new CrashingStorage(faults.storage().apply(store));
        this.pipeline = new FlakyPipeline(dice, faultRates, clock, store::isInUnit);
        this.listener = new FlakyListener(dice);
        this.prices = faults.prices();
        @Nullable
        Duration limit = dice.chance(50) ? Duration.ofHours(6) : null;
        this.registration =
                new PipelineRegistration("flaky", pipeline, Duration.ofMinutes(15), limit);
        this.servers = new SimulatedServers(dice, clock, this::open);
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(new ExpectedCustomer(samples.customer()));
        }
    }

    private Makegood open(InstantSource source) {
        return Makegood.on(storage)
                .withPipelines(PipelineRegistry.only(registration))
                .withPriceList(prices)
                .withClock(source)
                .withEventListener(listener)
                .open();
    }

    Makegood makegood() {
        return servers.current();
    }

    /** What the clock of the server says that is reached now. */
    Instant now() {
        return servers.now();
    }

    void drift() {
        servers.drift();
    }

    void calmDown() {
        faultRates = FaultRates.calm();
        pipeline.calmDown();
        listener.becomeReliable();
        servers.calmDown();
    }

    /**
     * Does something that may end in a crash, after which there is another process; answers whether
     * it did not.
     */
    boolean survives(Runnable something) {
        if (dice.chance(faultRates.crashes)) {
            storage.crashAfter(dice.upTo(4), dice.chance(50));
        }
        try {
            something.run();
            return true;
        } catch (Crash e) {
            servers.restart();
            return false;
        } finally {
            storage.neverCrash();
        }
    }

    /**
     * Runs a command, after repeating those that were not answered; one without an answer waits.
     */
    void send(ExpectedCustomer who, SimulatedCommand command) {
        unanswered.computeIfAbsent(who, unknown -> new ArrayDeque<>()).add(command);
        repeatUnanswered(who);
    }

    void repeatUnanswered(ExpectedCustomer who) {
        var waiting = unanswered.getOrDefault(who, new ArrayDeque<>());
        while (!waiting.isEmpty() && survives(waiting.peek()::send)) {
            waiting.remove();
        }
    }

    /** Tells whether we know what to expect of this customer. */
    boolean isAnswered(ExpectedCustomer who) {
        return !unanswered.containsKey(who) || unanswered.get(who).isEmpty();
    }
}
