package dev.makegood.access;

import dev.makegood.event.EventLog;

/** The part of a unit of work that keeps API keys and idempotent requests. */
public interface AccessUnit {

    ApiKeyStore apiKeys();

    IdempotentRequestStore idempotentRequests();

    EventLog events();
}
