package dev.makegood.cli.crash;

/** Where a process is halted. */
enum HaltPoint {
    /** A unit has written everything, and has not committed. */
    BEFORE_COMMIT,
    /** A unit has committed, and no event of it is delivered. */
    AFTER_COMMIT,
    /** The pipeline has a run, and we have not recorded it. */
    AFTER_THE_REMOTE_ACCEPTED,
    /** A listener has an event, and the outbox still has it too. */
    IN_THE_EVENT_RELAY,
    /** A payment is recorded, and has not committed. */
    BEFORE_THE_BILL_COMMITS,
    /** A payment has committed, and the gateway has not been called. */
    AFTER_THE_BILL_COMMITTED,
    /** The gateway has a checkout, and we have not recorded it. */
    AFTER_THE_GATEWAY_OPENED,
    /** A notice is recorded and has had its effect, and nothing of it has committed. */
    BEFORE_THE_NOTICE_COMMITS,
    /** A notice and its effect have committed; it is not answered, and what was paid for has not begun. */
    AFTER_THE_NOTICE_COMMITTED,
    /** A project is funded by its payment, and its request is not marked as paid. */
    IN_THE_MIDDLE_OF_FUNDING,
    /** A refund is requested, and has not committed. */
    BEFORE_THE_REFUND_COMMITS,
    /** A requested refund has committed, and the gateway has not been called. */
    AFTER_THE_REFUND_COMMITTED,
    /** The gateway has refunded money, and we have not recorded it. */
    AFTER_THE_GATEWAY_GAVE_BACK
}
