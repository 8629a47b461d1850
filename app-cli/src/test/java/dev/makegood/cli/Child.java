package dev.makegood.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another JVM on our class path: quick to start, and ended at the end of the test. */
public final class Child implements AutoCloseable {

    private static final long LONGEST_SECONDS = 120;

    private final Process process;
    private final Path errors;
    private final BufferedReader out;

    private Child(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a main class with these variables in its environment. */
    public static Child of(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8", "-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        var errors = Files.createTempFile("makegood-child-", ".err");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MAKEGOOD_"));
        builder.environment().putAll(environment);
        return new Child(builder.start(), errors);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path"));
    }

    /** The next line of its stdout; null at its end. */
    public String line() {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something on its stdin. */
    public void tell(String line) {
        try {
            var in = process.outputWriter(StandardCharsets.UTF_8);
            in.write(line);
            in.newLine();
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What else it says on stdout, until its end. */
    public List<String> lines() {
        return out.lines().toList();
    }

    /** Waits for its end. */
    public int exit() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it never ended");
        }
        return process.exitValue();
    }

    /** Asks it to end by SIGTERM; what it says at its end can still be read. */
    public void terminate() {
        if (!process.toHandle().destroy()) {
            throw new AssertionError("it could not be asked to end");
        }
    }

    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(errors);
    }
}
