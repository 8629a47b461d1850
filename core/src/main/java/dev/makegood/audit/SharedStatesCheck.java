package dev.makegood.audit;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.Hash;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * I16: keys, tariffs and calculations, which belong to no customer, are as the last of their events
 * left them.
 *
 * <p>What no event says is not compared: tariffs that came with the installation, prices that were
 * computed. An operator's prices of a hostname are recorded just before they are stored.
 */
final class SharedStatesCheck {

    /** The facts that name what such an event is about. */
    private static final List<String> NAMES = List.of("key", "operation", "hostname");

    private record LeftState(Instant at, Hash hash, @Nullable Hash before) {}

    private final Map<String, LeftState> left = new HashMap<>();
    private final Set<String> keys = new HashSet<>();

    void check(RecordedEvent event) {
        if (event.type().startsWith("key.")) {
            keys.add("key " + event.facts().get("key"));
        }
        if (event.stateHash() != null
                && (event.type().startsWith("key.") || event.type().startsWith("price."))) {
            NAMES.stream()
                    .filter(event.facts()::containsKey)
                    .forEach(name -> add(name + " " + event.facts().get(name), event.at(),
                            event.stateHash()));
        }
    }

    private void add(String what, Instant at, Hash hash) {
        left.merge(what, new LeftState(at, hash, null),
                (one, other) -> other.at().isBefore(one.at()) ? one
                        : new LeftState(other.at(), other.hash(), one.hash()));
    }

    /**
     * What is wrong with what was stored before the events were read, and still is after.
     *
     * @param before the hashes of what was stored, by the names of the events' facts
     */
    List<Violation> violations(Map<String, Hash> before, Map<String, Hash> after) {
        var changed = left.entrySet()
                .stream()
                .filter(entry -> !isAsLeft(entry.getKey(), entry.getValue(), before))
                .filter(entry -> !isAsLeft(entry.getKey(), entry.getValue(), after))
                .map(entry -> new Violation(CustomerId.SYSTEM_ACCOUNT, "I16", entry.getKey()
                        + " is not as its last event left it: it was changed after it was written"));
        var unknown = before.keySet()
                .stream()
                .filter(what -> what.startsWith("key ") && !keys.contains(what))
                .map(what -> new Violation(CustomerId.SYSTEM_ACCOUNT, "I10",
                        "no event created " + what));
        return Stream.concat(changed, unknown).toList();
    }

    private static boolean isAsLeft(String what, LeftState state, Map<String, Hash> stored) {
        var now = stored.getOrDefault(what, Hash.NONE);
        boolean isOnItsWay = what.startsWith("hostname ") && now.equals(state.before());
        return state.hash().equals(Hash.NONE) || now.equals(state.hash()) || isOnItsWay;
    }
}
