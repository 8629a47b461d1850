package dev.makegood.server.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where settings come from: flags, then the environment, then a file; the first that knows one wins.
 *
 * <p>In the file a name may be written as in the environment, {@code MAKEGOOD_PORT}, or as {@code makegood.port}.
 * A setting that is empty is not set.
 */
public final class SettingSources {

    /** The file that is read if it is in the current folder. */
    public static final String FILE = "makegood.properties";

    /** Names that begin as ours do and are read by the launcher. */
    private static final Set<String> LAUNCHER_VARIABLES = Set.of("MAKEGOOD_JAVA_OPTS");

    private final Map<String, String> flags;
    private final Map<String, String> environment;
    private final Map<String, String> file;

    private SettingSources(
            Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
        this.flags = Map.copyOf(flags);
        this.environment = Map.copyOf(environment);
        this.file = Map.copyOf(file);
    }

    /** Flags and an environment, and nothing else. */
    public static SettingSources of(Map<String, String> flags, Map<String, String> environment) {
        return new SettingSources(flags, environment, Map.of());
    }

    /**
     * The same, with {@code makegood.properties} out of a folder, if it is there.
     *
     * @throws InvalidSetting if it exists and cannot be read
     */
    public SettingSources withFileIn(Path folder) {
        var path = folder.resolve(FILE);
        return Files.exists(path) ? new SettingSources(flags, environment, read(path)) : this;
    }

    private static Map<String, String> read(Path path) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSetting(path.toString(), "cannot be read: " + e.getMessage());
        }
        var settings = new HashMap<String, String>();
        properties.forEach((name, value) -> settings.put(canonical((String) name), (String) value));
        return settings;
    }

    private static String canonical(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    Optional<String> find(String name) {
        return sources()
                .map(source -> source.get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** How many sources are stronger than the first that knows the name. */
    long distance(String name) {
        return sources().takeWhile(source -> !source.containsKey(name)).count();
    }

    private Stream<Map<String, String>> sources() {
        return Stream.of(flags, environment, file);
    }

    /** Refuses a file with an unknown name: it is a typing error. */
    void refuseUnknownNames(Collection<String> known) {
        file.keySet()
                .stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(
                        name -> {
                            throw new InvalidSetting(name,
                                    "is in " + FILE + ", but is not a setting; docs/running.md"
                                            + " lists them");
                        });
    }

    /** Unknown names in the environment: typing errors, or settings of another version. */
    List<String> unknownNames(Collection<String> known) {
        return environment.keySet()
                .stream()
                .filter(name -> name.startsWith("MAKEGOOD_"))
                .filter(name -> !known.contains(name) && !LAUNCHER_VARIABLES.contains(name))
                .sorted()
                .toList();
    }
}
