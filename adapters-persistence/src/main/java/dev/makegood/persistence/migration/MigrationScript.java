package dev.makegood.persistence.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One step of the schema, in the file {@code V<version>__<words>.sql} beside this class.
 *
 * <p>Words that begin with {@code breaking_} say that programs older than the file must not write any more.
 */
record MigrationScript(int version, String name, String sql) {

    private static final Pattern NAME = Pattern.compile("V(\\d+)__(\\w+)\\.sql");
    private static final String BREAKING = "breaking_";

    /** Those of this program, in their order. */
    static List<MigrationScript> all() {
        return ResourceFolder.scriptsBeside(Baseline.SCRIPT)
                .stream()
                .map(MigrationScript::read)
                .sorted(Comparator.comparingInt(MigrationScript::version))
                .toList();
    }

    private static MigrationScript read(String name) {
        try (var stream = MigrationScript.class.getResourceAsStream(name)) {
            var bytes = Objects.requireNonNull(stream, name).readAllBytes();
            return new MigrationScript(versionOf(name), name,
                    new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int versionOf(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalStateException("not a migration: " + name + "; its name must be"
                    + " V<number>__<words>.sql");
        }
        return Integer.parseInt(parts.group(1));
    }

    /** Whether the migration of this name, known or not, shuts out programs that do not know it. */
    static boolean isBreaking(String name) {
        var parts = NAME.matcher(name);
        return !parts.matches() || parts.group(2).startsWith(BREAKING);
    }

    /** The words of the name. */
    String description() {
        return name.replaceAll("^V\\d+__|\\.sql$", "").replace('_', ' ');
    }

    /** Over the lines without their ends, as the history has always held it. */
    int checksum() {
        var checksum = new CRC32();
        sql.lines().map(line -> line.getBytes(StandardCharsets.UTF_8)).forEach(checksum::update);
        return (int) checksum.getValue();
    }
}
