package dev.makegood.persistence;

import dev.makegood.event.EventListener;
import dev.makegood.event.Recorded;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who hear events right after their unit committed; whatever they throw, it has committed. */
record Telling(List<EventListener> listeners) {

    static final Telling NOBODY = new Telling(List.of());

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    Telling and(EventListener listener) {
        return new Telling(Stream.concat(listeners.stream(), Stream.of(listener)).toList());
    }

    void tell(Recorded event) {
        listeners.forEach(listener -> tell(listener, event));
    }

    private static void tell(EventListener listener, Recorded event) {
        try {
            listener.hear(event);
        } catch (RuntimeException e) {
            LOG.error("A listener failed over {} of customer {}", event.type(), event.customer(),
                    e);
        }
    }
}
