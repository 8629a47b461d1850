package dev.makegood.project;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.makegood.pricing.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which pipeline works on which operation: configuration, read when a project is ordered. */
public final class Workshops {

    private final Map<String, Workshop> byName;
    private final Map<String, String> nameByOperation;
    private final Workshop usual;

    private Workshops(
            Collection<Workshop> all, Map<String, String> nameByOperation, Workshop usual) {
        this.byName = all.stream().collect(toUnmodifiableMap(Workshop::name, identity()));
        this.nameByOperation = Map.copyOf(nameByOperation);
        this.usual = usual;
        checkAll(nameByOperation.values());
    }

    /** One pipeline does everything. */
    public static Workshops only(Workshop workshop) {
        return new Workshops(List.of(workshop), Map.of(), workshop);
    }

    /**
     * Several pipelines.
     *
     * @param nameByOperation for operations such as {@code story-editor/project-video}
     * @param usual for every other operation
     * @throws IllegalArgumentException if a name is no workshop's
     */
    public static Workshops of(
            Collection<Workshop> all, Map<String, String> nameByOperation, String usual) {
        var chosen = all.stream().filter(workshop -> workshop.name().equals(usual)).findFirst();
        return new Workshops(all, nameByOperation,
                chosen.orElseThrow(
                        () -> new IllegalArgumentException("no such pipeline: " + usual)));
    }

    private void checkAll(Collection<String> names) {
        if (!byName.keySet().containsAll(names)) {
            throw new IllegalArgumentException("not all are pipelines: " + names);
        }
    }

    Workshop forOperation(Operation operation) {
        @Nullable
        String name = nameByOperation.get(operation.path());
        return name == null ? usual : named(name);
    }

    /** The workshop of this name; throws if it was taken out of the configuration. */
    Workshop named(String name) {
        var workshop = byName.get(name);
        if (workshop == null) {
            throw new IllegalArgumentException("no such pipeline: " + name);
        }
        return workshop;
    }
}
