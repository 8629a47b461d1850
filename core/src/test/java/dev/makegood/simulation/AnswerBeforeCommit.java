package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import java.util.concurrent.atomic.AtomicReference;

/** Answers what the work answered, and now and then loses what it wrote. */
final class AnswerBeforeCommit extends FaultyStorage {

    private static final class LostCommit extends RuntimeException {}

    AnswerBeforeCommit(Storage storage) {
        super(storage);
    }

    @Override
    Unit faultyUnit(CustomerId customer, Unit unit) {
        return unit;
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        return goesWrong(20) ? lost(customer, work) : super.write(customer, work);
    }

    private <R> R lost(CustomerId customer, Work<? super Unit, R> work) {
        var answer = new AtomicReference<R>();
        try {
            super.change(customer, unit -> {
                answer.set(work.on(unit));
                throw new LostCommit();
            });
        } catch (LostCommit e) {
            return answer.get();
        }
        throw new AssertionError("not lost");
    }
}
