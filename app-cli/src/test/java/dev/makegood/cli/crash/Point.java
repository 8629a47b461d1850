package dev.makegood.cli.crash;

/** Where a process is halted. */
enum Point {
    /** A unit has written everything, and has not committed. */
    BEFORE_COMMIT,
    /** A unit has committed, and nobody has heard of it. */
    AFTER_COMMIT,
    /** The pipeline has a run, and we have not written that down. */
    AFTER_THE_REMOTE_ACCEPTED,
    /** A listener has heard an event, and the outbox still has it. */
    IN_THE_EVENT_RELAY
}
