package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.ledger.Credits;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.PriceTable;
import dev.makegood.pricing.Quote;
import dev.makegood.testing.ForwardingStorage;
import java.util.function.UnaryOperator;

/** The bugs that a system like this one has had, each put in on purpose. */
enum KnownBug {

    /** A project that ended takes the next report as if it had not. */
    NO_GUARD(MissingGuard::new),
    /** What was released is released once more. */
    DOUBLE_RELEASE(DoubleRelease::new),
    /** The answer is out, and then the commit fails. */
    ANSWER_BEFORE_COMMIT(AnswerBeforeCommit::new),
    /** A unit that was repeated made new ids the second time. */
    UNIT_REPEATED_WITH_NEW_IDS(UnitRepeatedWithNewIds::new),
    /** Now and then an event is not recorded. */
    LOST_EVENT(LostEvent::new),
    /** What there is to spend was read before the lock. */
    BALANCE_READ_BEFORE_THE_LOCK(StaleBalance::new),
    /** A notice is recorded first, and applied afterwards. */
    NOTICE_MARKED_BEFORE_ITS_EFFECT(NoticeMarkedBeforeEffect::new) {

        @Override
        void runWith(long seed, SimulatedWorld.InjectedFaults faults) {
            SalesSimulation.run(seed, SALES, faults.storage());
        }
    },
    /** What a refund claws back is clawed back once more, under another id. */
    CLAW_BACK_POSTED_TWICE(ClawedBackTwice::new) {

        @Override
        void runWith(long seed, SimulatedWorld.InjectedFaults faults) {
            SalesSimulation.run(seed, SALES, faults.storage());
        }
    },
    /** Everything costs one credit more than the list says. */
    PRICE_OFF_BY_ONE(ForwardingStorage::new) {

        @Override
        PriceList prices() {
            return operation -> switch (PriceTable.defaults().price(operation)) {
                case Quote q -> new Quote(q.operation(), q.basePrice(), q.multipliers(),
                        q.credits().plus(new Credits(1)));
                case PriceList.UnknownOperation u -> u;
            };
        }
    };

    private static final int STEPS = 300;
    private static final int SALES = 20;

    private final UnaryOperator<Storage> fault;

    KnownBug(UnaryOperator<Storage> fault) {
        this.fault = fault;
    }

    PriceList prices() {
        return PriceTable.defaults();
    }

    SimulatedWorld.InjectedFaults faults() {
        return new SimulatedWorld.InjectedFaults(fault, prices());
    }

    /** Lives where the bug would do its harm; throws an {@link AssertionError} where it does. */
    void runWith(long seed, SimulatedWorld.InjectedFaults faults) {
        var unused = Simulation.run(seed, STEPS, faults);
    }
}
