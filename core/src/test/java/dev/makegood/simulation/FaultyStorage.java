package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.testing.ForwardingStorage;

/** A storage whose units are not quite right. */
abstract class FaultyStorage extends ForwardingStorage {

    private int times;

    FaultyStorage(Storage storage) {
        super(storage);
    }

    abstract Unit faultyUnit(CustomerId customer, Unit unit);

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        return super.write(customer, unit -> work.on(faultyUnit(customer, unit)));
    }

    /** Goes wrong every so many times, so that a seed replays. */
    final boolean goesWrong(int every) {
        times = (times + 1) % every;
        return times == 0;
    }
}
