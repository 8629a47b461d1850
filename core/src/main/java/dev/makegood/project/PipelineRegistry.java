package dev.makegood.project;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.makegood.pricing.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which pipeline works on which operation: configuration, read when a project is ordered. */
public final class PipelineRegistry {

    private final Map<String, PipelineRegistration> byName;
    private final Map<String, String> nameByOperation;
    private final PipelineRegistration defaultRegistration;

    private PipelineRegistry(
            Collection<PipelineRegistration> all, Map<String, String> nameByOperation,
            PipelineRegistration defaultRegistration) {
        this.byName =
                all.stream().collect(toUnmodifiableMap(PipelineRegistration::name, identity()));
        this.nameByOperation = Map.copyOf(nameByOperation);
        this.defaultRegistration = defaultRegistration;
        requireKnown(nameByOperation.values());
    }

    /** One pipeline does everything. */
    public static PipelineRegistry only(PipelineRegistration registration) {
        return new PipelineRegistry(List.of(registration), Map.of(), registration);
    }

    /**
     * Several pipelines.
     *
     * @param nameByOperation for operations such as {@code story-editor/project-video}
     * @param defaultName for every other operation
     * @throws IllegalArgumentException if a name is not that of one of the pipelines
     */
    public static PipelineRegistry of(
            Collection<PipelineRegistration> all, Map<String, String> nameByOperation,
            String defaultName) {
        var chosen = all.stream()
                .filter(registration -> registration.name().equals(defaultName))
                .findFirst();
        return new PipelineRegistry(all, nameByOperation,
                chosen.orElseThrow(
                        () -> new IllegalArgumentException(
                                "no pipeline has the default name: " + defaultName)));
    }

    private void requireKnown(Collection<String> names) {
        if (!byName.keySet().containsAll(names)) {
            throw new IllegalArgumentException("operations name pipelines that are not configured: "
                    + names + "; configured are " + byName.keySet());
        }
    }

    PipelineRegistration forOperation(Operation operation) {
        @Nullable
        String name = nameByOperation.get(operation.path());
        return name == null ? defaultRegistration : byName(name);
    }

    /** The registration of this name; throws if it was removed from the configuration. */
    PipelineRegistration byName(String name) {
        var registration = byName.get(name);
        if (registration == null) {
            throw new IllegalArgumentException("no pipeline is configured under the name " + name
                    + "; configured are " + byName.keySet());
        }
        return registration;
    }
}
