package dev.makegood.ledger;

import dev.makegood.event.EventLog;
import dev.makegood.task.Tasks;

/** The part of a unit of work that moves credits. */
public interface LedgerUnit {

    LedgerStore ledger();

    EventLog events();

    Tasks tasks();
}
