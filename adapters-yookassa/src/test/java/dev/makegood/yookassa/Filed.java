package dev.makegood.yookassa;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** One object of theirs, with how it looked earlier: a reader may lag behind. */
final class Filed {

    private final TreeMap<Instant, ObjectNode> looks = new TreeMap<>();

    Filed(Instant at, ObjectNode first) {
        looks.put(at, first);
    }

    ObjectNode now() {
        return looks.lastEntry().getValue().deepCopy();
    }

    Optional<ObjectNode> asOf(Instant time) {
        return Optional.ofNullable(looks.floorEntry(time))
                .map(entry -> entry.getValue().deepCopy());
    }

    void change(Instant at, Consumer<ObjectNode> edit) {
        var next = now();
        edit.accept(next);
        looks.put(at, next);
    }

    boolean is(String status) {
        return text("status").equals(status);
    }

    String text(String name) {
        return now().path(name).stringValue("");
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }
}
