package dev.makegood.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The first process of a running PostgreSQL, as its file {@code postmaster.pid} says. */
record Postmaster(ProcessHandle process, int port) {

    private static final int PORT_LINE = 3;

    /** Empty when there is none, or the one that was there has ended. */
    static Optional<Postmaster> of(Path cluster) {
        var lines = lines(cluster);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        var port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .map(process -> new Postmaster(process, port));
    }

    /**
     * After a crash of the machine another program may have got the process id. It must not be
     * stopped, and PostgreSQL would not start beside it.
     */
    boolean isOtherProgram() {
        return process.info()
                .command()
                .filter(command -> !command.endsWith("/postgres"))
                .isPresent();
    }

    boolean runsIn(Path cluster) {
        var workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.exists(workingDirectory)
                    ? Files.isSameFile(workingDirectory, cluster)
                    : hasArgument(cluster);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot read the working directory of process "
                    + process.pid(), e);
        }
    }

    private boolean hasArgument(Path cluster) {
        var arguments = process.info().arguments().orElse(new String[0]);
        return List.of(arguments).contains(cluster.toString());
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    private static List<String> lines(Path cluster) {
        try {
            return Files.readAllLines(file(cluster));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot read " + file(cluster), e);
        }
    }
}
