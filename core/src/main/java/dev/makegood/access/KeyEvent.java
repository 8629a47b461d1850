package dev.makegood.access;

import dev.makegood.event.Event;
import java.util.Map;

/** What happened to an API key; its secret is nowhere in it. */
public sealed interface KeyEvent extends Event {

    ApiKey key();

    String actor();

    @Override
    default Map<String, String> facts() {
        return Map.of("key", key().id(), "role", key().role().label(), "label", key().label(),
                "actor", actor());
    }

    /** It opens from now on. */
    record Created(ApiKey key, String actor) implements KeyEvent {

        @Override
        public String type() {
            return "key.created";
        }
    }

    /** It opens nothing any more. */
    record Revoked(ApiKey key, String actor) implements KeyEvent {

        @Override
        public String type() {
            return "key.revoked";
        }
    }
}
