package dev.makegood.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs PostgreSQL's programs; as root in a user namespace, since they refuse to run as root. */
final class PostgresPrograms {

    /** Nothing else of our environment: it holds secrets, and variables that PostgreSQL reads. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL", "C", "TZ", "UTC");

    private static final List<String> USER_NAMESPACE = List.of("unshare", "-U");

    private final Path installation;
    private final Path workingDirectory;
    private final List<String> prefix;

    PostgresPrograms(Path folder, Path workingDirectory, List<String> prefix) {
        this.installation = folder;
        this.workingDirectory = workingDirectory;
        this.prefix = prefix;
    }

    static PostgresPrograms in(Path folder, Path workingDirectory) {
        var prefix = isRoot() ? USER_NAMESPACE : List.<String>of();
        return new PostgresPrograms(folder, workingDirectory, prefix).verified();
    }

    PostgresPrograms verified() {
        if (prefix.isEmpty()) {
            return this;
        }
        try {
            runToEnd("true");
            return this;
        } catch (EmbeddedPostgresException e) {
            throw new EmbeddedPostgresException(
                    "PostgreSQL refuses to run as root, and this machine "
                            + "forbids `unshare -U`, which would change that ("
                            + e.getMessage() + "); start as an ordinary user, or give the URL "
                            + "of a database instead",
                    e);
        }
    }

    void run(String program, String... arguments) {
        runToEnd(installation.resolve("bin").resolve(program).toString(), arguments);
    }

    private void runToEnd(String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(program);
        command.addAll(List.of(arguments));
        try {
            runToEnd(program, processBuilder(command).start());
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot run " + command.getFirst(), e);
        }
    }

    private ProcessBuilder processBuilder(List<String> command) {
        var builder = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return builder;
    }

    private void runToEnd(String program, Process process) throws IOException {
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new EmbeddedPostgresException(
                    program + " failed in " + workingDirectory + ": " + printed.strip());
        }
    }

    private static boolean isRoot() {
        var self = Path.of("/proc/self");
        try {
            return Files.exists(self) && Files.getAttribute(self, "unix:uid").equals(0);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot read " + self, e);
        }
    }
}
