package dev.makegood.yookassa.fake;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One object of theirs, with how it looked earlier: a reader may lag behind. */
final class FakeYooKassaObject {

    private final TreeMap<Instant, ObjectNode> versions = new TreeMap<>();

    FakeYooKassaObject(Instant at, ObjectNode first) {
        versions.put(at, first);
    }

    ObjectNode currentVersion() {
        return versions.lastEntry().getValue().deepCopy();
    }

    Optional<ObjectNode> versionAt(Instant time) {
        return Optional.ofNullable(versions.floorEntry(time))
                .map(entry -> entry.getValue().deepCopy());
    }

    /** In every version. */
    void distort(String member, @Nullable String json) {
        versions.values()
                .forEach(version -> distort(version, member, json));
    }

    private static void distort(ObjectNode version, String member, @Nullable String json) {
        if (json == null) {
            version.remove(member);
        } else {
            version.set(member, FakeYooKassaResponse.JSON.readTree(json));
        }
    }

    void change(Instant at, Consumer<ObjectNode> edit) {
        var next = currentVersion();
        edit.accept(next);
        versions.put(at, next);
    }

    boolean hasStatus(String status) {
        return text("status").equals(status);
    }

    String text(String name) {
        return currentVersion().path(name).stringValue("");
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }
}
