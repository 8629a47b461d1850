package dev.makegood.access;

import java.util.List;
import java.util.Optional;

/** Finds API keys outside any unit of work: durable ones only, without a lock. */
public interface ApiKeyDirectory {

    /** A key by its readable part, revoked or not. */
    Optional<ApiKey> find(String id);

    /** All keys, the newest first. */
    List<ApiKey> all();
}
