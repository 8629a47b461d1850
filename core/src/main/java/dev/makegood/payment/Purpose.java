package dev.makegood.payment;

import dev.makegood.ledger.Credits;
import java.util.UUID;

/** What a payment is for. */
public sealed interface Purpose {

    /** Credits, and perhaps a bonus on top, as the pack was when it was bought. */
    record Pack(String name, Credits credits, Credits bonus) implements Purpose {}

    /**
     * One piece of work that waits until it is paid; its id is a project's, but payments do not
     * know that.
     */
    record PaidWork(UUID id) implements Purpose {}
}
