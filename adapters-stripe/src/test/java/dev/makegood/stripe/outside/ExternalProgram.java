package dev.makegood.stripe.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that is not ours, in a process of its own. */
public final class ExternalProgram implements AutoCloseable {

    private static final Path MODULES =
            Path.of(System.getProperty("makegood.outside", "target/outside"), "node_modules")
                    .toAbsolutePath();

    private final Process process;
    private final Path output;

    private ExternalProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Stripe's command line. */
    public static ExternalProgram stripe(String key, String... arguments) {
        return start(Map.of("STRIPE_API_KEY", key, "STRIPE_CLI_TELEMETRY_OPTOUT", "1",
                "XDG_CONFIG_HOME", MODULES.resolveSibling("config").toString()),
                MODULES.resolve(".bin/stripe").toString(), arguments);
    }

    /** A script for node, which may require Stripe's library. */
    public static ExternalProgram node(String script, String... arguments) {
        return start(Map.of("NODE_PATH", MODULES.toString()), "node",
                concat(new String[] {"-e", script, "--"}, arguments));
    }

    private static String[] concat(String[] first, String[] rest) {
        return java.util.stream.Stream.of(first, rest)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }

    private static ExternalProgram start(
            Map<String, String> settings, String name, String... arguments) {
        try {
            var output = Files.createTempFile("program", ".txt");
            var command = concat(new String[] {name}, arguments);
            var builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(settings);
            return new ExternalProgram(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it ends well; returns its output. */
    public String waitForOutput() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(process.exitValue()).as(output()).isZero();
        return output();
    }

    /** Waits, a minute at most, for something that another process brings about. */
    public void waitUntil(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 600 && !done.getAsBoolean(); i++) {
            assertThat(process.isAlive()).as(output()).isTrue();
            Thread.sleep(100);
        }
        assertThat(done.getAsBoolean()).as(output()).isTrue();
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, and what it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
