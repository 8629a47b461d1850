package dev.makegood.memory;

import static java.util.Comparator.comparing;

import dev.makegood.access.ApiKey;
import dev.makegood.access.KeyDirectory;
import java.util.List;
import java.util.Optional;

/** Finds API keys in memory. */
record MemoryKeyDirectory(InMemoryStore store) implements KeyDirectory {

    @Override
    public Optional<ApiKey> find(String id) {
        return store.exclusively(() -> store.directories().keys.find(id));
    }

    @Override
    public List<ApiKey> all() {
        return store.exclusively(() -> store.directories().keys.all()
                .stream()
                .sorted(comparing(ApiKey::createdAt).reversed())
                .toList());
    }
}
