package dev.makegood.persistence;

/** What a unit does when another transaction has its customer's row. */
enum LockMode {

    /** It waits in the database, with its connection, as long as {@link SessionTimeouts} say. */
    WAIT,

    /** It gives up at once. */
    NO_WAIT
}
