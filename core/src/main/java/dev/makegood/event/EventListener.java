package dev.makegood.event;

/**
 * Receives every event at least once, each customer's in order, after it became durable.
 *
 * <p>If it throws, the event is delivered again later, and the customer's later events after it.
 */
@FunctionalInterface
public interface EventListener {

    void onEvent(RecordedEvent event);
}
