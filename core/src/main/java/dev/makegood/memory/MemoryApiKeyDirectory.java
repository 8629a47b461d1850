package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.access.ApiKey;
import dev.makegood.access.ApiKeyDirectory;
import java.util.List;
import java.util.Optional;

/** Finds API keys in memory. */
record MemoryApiKeyDirectory(InMemoryStore store) implements ApiKeyDirectory {

    @Override
    public Optional<ApiKey> find(String id) {
        return store.withLock(() -> store.indexes().apiKeys.find(id));
    }

    @Override
    public List<ApiKey> all() {
        return store.withLock(() -> store.indexes().apiKeys.values()
                .stream()
                .sorted(comparing(ApiKey::createdAt).reversed())
                .toList());
    }
}
