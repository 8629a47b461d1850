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
    IN_THE_EVENT_RELAY,
    /** A bill is written, and has not committed. */
    BEFORE_THE_BILL_COMMITS,
    /** A bill has committed, and the gateway has not been called. */
    AFTER_THE_BILL_COMMITTED,
    /** The gateway has a checkout, and we have not written that down. */
    AFTER_THE_GATEWAY_OPENED,
    /** A notice is marked as seen and has had its effect, and nothing of it has committed. */
    BEFORE_THE_NOTICE_COMMITS,
    /** A notice and its effect have committed; nobody has answered, and what was paid for has not begun. */
    AFTER_THE_NOTICE_COMMITTED,
    /** A project is funded by its payment, and its request is not marked as paid. */
    IN_THE_MIDDLE_OF_FUNDING,
    /** A refund is meant, and has not committed. */
    BEFORE_THE_REFUND_COMMITS,
    /** A refund that is meant has committed, and the gateway has not been asked. */
    AFTER_THE_REFUND_COMMITTED,
    /** The gateway has given money back, and we have not written that down. */
    AFTER_THE_GATEWAY_GAVE_BACK
}
