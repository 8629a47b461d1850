package dev.makegood.access;

import dev.makegood.event.Event;
import dev.makegood.hash.Hash;
import java.util.Map;

/** What happened to an API key; its secret is nowhere in it. */
public sealed interface ApiKeyEvent extends Event {

    ApiKey key();

    String actor();

    @Override
    default Map<String, String> facts() {
        return Map.of("key", key().id(), "role", key().role().label(), "label", key().label(),
                "actor", actor());
    }

    @Override
    default Hash stateHash() {
        return key().stateHash();
    }

    /** It is accepted from now on. */
    record ApiKeyCreated(ApiKey key, String actor) implements ApiKeyEvent {

        @Override
        public String type() {
            return "key.created";
        }
    }

    /** It is not accepted any more. */
    record ApiKeyRevoked(ApiKey key, String actor) implements ApiKeyEvent {

        @Override
        public String type() {
            return "key.revoked";
        }
    }
}
