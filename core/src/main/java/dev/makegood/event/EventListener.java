package dev.makegood.event;

/**
 * Hears every event at least once, each customer's in order, after it became durable.
 *
 * <p>An exception means that it was not heard: it comes again later, and the customer's later ones after it.
 */
@FunctionalInterface
public interface EventListener {

    void hear(Recorded event);
}
