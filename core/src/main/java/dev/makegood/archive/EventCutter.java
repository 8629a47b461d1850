package dev.makegood.archive;

import dev.makegood.customer.CustomerId;
import java.util.List;

/**
 * Removes events for ever, as the owner of the tables: the application itself may not.
 *
 * <p>Each call is one transaction under the customer's lock: all of it is durable when it returns,
 * or nothing was removed.
 */
public interface EventCutter {

    /**
     * Removes a customer's events of these numbers, and makes a closing the base of what remains.
     *
     * @param closing the number of the event that closed the books
     * @param events numbers of events before it; at least one
     * @return false, with nothing removed, if one that is not younger still waits to be delivered,
     *         or this closing or a later one is the base already
     */
    boolean cut(CustomerId customer, long closing, List<Long> events);
}
