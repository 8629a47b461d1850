/**
 * The pure core: project life cycle, credit ledger and payment as state machines, and the ports
 * around them.
 */
module dev.makegood.core {
    requires static org.jspecify;

    exports dev.makegood;
    exports dev.makegood.access;
    exports dev.makegood.anchor;
    exports dev.makegood.archive;
    exports dev.makegood.audit;
    exports dev.makegood.closing;
    exports dev.makegood.csv;
    exports dev.makegood.customer;
    exports dev.makegood.event;
    exports dev.makegood.generation;
    exports dev.makegood.hash;
    exports dev.makegood.ledger;
    exports dev.makegood.memory;
    exports dev.makegood.money;
    exports dev.makegood.payment;
    exports dev.makegood.pricing;
    exports dev.makegood.project;
    exports dev.makegood.report;
    exports dev.makegood.store;
    exports dev.makegood.task;
    exports dev.makegood.unit;
    exports dev.makegood.unit.table;
}
