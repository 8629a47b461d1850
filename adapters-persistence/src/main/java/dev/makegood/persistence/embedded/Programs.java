package dev.makegood.persistence.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs PostgreSQL's programs, which refuse to work for root, for root as well. */
final class Programs {

    /** Nothing else of our environment: it holds secrets, and variables PostgreSQL listens to. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL", "C", "TZ", "UTC");

    private static final List<String> AS_NOBODY = List.of("unshare", "-U");

    private final Path folder;
    private final Path workingDirectory;
    private final List<String> prefix;

    Programs(Path folder, Path workingDirectory, List<String> prefix) {
        this.folder = folder;
        this.workingDirectory = workingDirectory;
        this.prefix = prefix;
    }

    static Programs in(Path folder, Path workingDirectory) {
        var prefix = weAreRoot() ? AS_NOBODY : List.<String>of();
        return new Programs(folder, workingDirectory, prefix).proven();
    }

    Programs proven() {
        if (prefix.isEmpty()) {
            return this;
        }
        try {
            finish("true");
            return this;
        } catch (EmbeddedPostgresFailed e) {
            throw new EmbeddedPostgresFailed("PostgreSQL does not work for root, and this machine "
                    + "forbids `unshare -U`, which would help (" + e.getMessage() + "); start as "
                    + "an ordinary user, or give the URL of a database instead", e);
        }
    }

    void run(String program, String... arguments) {
        finish(folder.resolve("bin").resolve(program).toString(), arguments);
    }

    private void finish(String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(program);
        command.addAll(List.of(arguments));
        try {
            finish(program, builder(command).start());
        } catch (IOException e) {
            throw new EmbeddedPostgresFailed("cannot run " + command.getFirst(), e);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return builder;
    }

    private void finish(String program, Process process) throws IOException {
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new EmbeddedPostgresFailed(
                    program + " failed in " + workingDirectory + ": " + printed.strip());
        }
    }

    private static boolean weAreRoot() {
        var self = Path.of("/proc/self");
        try {
            return Files.exists(self) && Files.getAttribute(self, "unix:uid").equals(0);
        } catch (IOException e) {
            throw new EmbeddedPostgresFailed("cannot read " + self, e);
        }
    }
}
