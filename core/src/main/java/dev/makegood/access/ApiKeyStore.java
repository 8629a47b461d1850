package dev.makegood.access;

/** The API keys, within a unit of the system account. */
public interface ApiKeyStore {

    /** Adds a key, or replaces the one of the same id. */
    void save(ApiKey key);
}
