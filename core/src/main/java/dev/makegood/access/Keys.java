package dev.makegood.access;

/** The API keys, within a unit of the house's own customer. */
public interface Keys {

    /** Adds a key, or replaces the one of the same id. */
    void save(ApiKey key);
}
