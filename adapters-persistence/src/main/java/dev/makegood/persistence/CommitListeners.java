package dev.makegood.persistence;

import dev.makegood.event.EventListener;
import dev.makegood.event.RecordedEvent;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners to events right after their unit committed; what they throw cannot undo it. */
record CommitListeners(List<EventListener> listeners) {

    static final CommitListeners NONE = new CommitListeners(List.of());

    private static final Logger LOG = LoggerFactory.getLogger(CommitListeners.class);

    CommitListeners and(EventListener listener) {
        return new CommitListeners(Stream.concat(listeners.stream(), Stream.of(listener)).toList());
    }

    void publish(RecordedEvent event) {
        listeners.forEach(listener -> publish(listener, event));
    }

    private static void publish(EventListener listener, RecordedEvent event) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException e) {
            LOG.error("a commit listener failed on event {} of customer {}", event.type(),
                    event.customer(),
                    e);
        }
    }
}
