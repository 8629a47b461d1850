package dev.makegood.cli.demo;

import dev.makegood.access.Role;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.ShutdownGuard;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.ExitCode;
import dev.makegood.server.log.LogConfiguration;
import dev.makegood.server.settings.LogSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code makegood demo}: everything on one machine, nothing to configure, and a story about it. */
@Command(name = "demo", mixinStandardHelpOptions = true,
        description = "Everything on one machine, nothing to configure: a story, then play.")
public final class DemoCommand implements Callable<Integer> {

    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(30);

    @Mixin
    private final CommandContext context;

    @Option(names = "--once", description = "End after the story, with 0 if everything adds up.")
    private boolean once;

    @Option(names = "--port", paramLabel = "PORT", description = "0 for any that is free.")
    private @Nullable String port;

    @Option(names = "--pipeline", defaultValue = "superduperai", paramLabel = "NAME",
            description = "Which pipeline does the work: superduperai or prefect.")
    private String pipeline = "";

    public DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        context.refuseDatabaseUrl("the demo has a database of its own");
        var options = new Demo.DemoOptions(context.data(), flags(), pipeline,
                context.environment().variables());
        var logging = Demo.settings(options).logging();
        configureLogging(context.isJson() ? logging
                : logging.withLevel(LogSettings.LogLevel.ERROR));
        try (var demo =
                ShutdownGuard.start(SHUTDOWN_TIMEOUT, () -> Demo.start(options), Demo::close)) {
            return runDemo(demo.resource(), logging);
        }
    }

    private int runDemo(Demo demo, LogSettings logging) throws InterruptedException {
        var output = storyOutput();
        printIntroduction(demo, output);
        boolean storySucceeded = demo.tellStory(output::println);
        boolean succeeded = verify(demo, output) && storySucceeded;
        if (!once) {
            keepRunning(demo, output, logging);
        }
        return succeeded ? ExitCode.SUCCESS.code() : ExitCode.REFUSED.code();
    }

    private void keepRunning(Demo demo, PrintStream output, LogSettings logging)
            throws InterruptedException {
        printInvitation(demo, output);
        configureLogging(logging);
        if (context.isJson()) {
            context.environment().out().stream().println(readyJson(demo));
            context.environment().out().stream().flush();
        }
        new CountDownLatch(1).await();
    }

    /** With {@code --json}, stdout has one line of JSON; the story goes to stderr. */
    private PrintStream storyOutput() {
        return (context.isJson() ? context.environment().err() : context.environment().out())
                .stream();
    }

    private void configureLogging(LogSettings logging) {
        LogConfiguration.apply(logging, context.environment().err().hasColour());
    }

    private Map<String, String> flags() {
        var flags = new HashMap<String, String>();
        if (port != null) {
            flags.put("MAKEGOOD_PORT", port);
        } else if (!context.environment().variables().containsKey("MAKEGOOD_PORT")) {
            flags.put("MAKEGOOD_PORT", DemoPort.defaultOrFree());
        }
        return flags;
    }

    private static void printIntroduction(Demo demo, PrintStream output) {
        output.println("Makegood, with everything it needs");
        output.println("    API       " + demo.address());
        output.println("    shop      " + demo.shop() + " (for a browser)");
        output.println("    customer  " + Demo.ADA);
        roles().forEach(role -> output.println("    %-9s %s".formatted(role,
                demo.keys().get(role))));
        output.println();
    }

    private static boolean verify(Demo demo, PrintStream output) {
        var summary = demo.verify(violation -> output.println("    violation: " + violation));
        output.println(summary.violations() == 0
                ? "Everything adds up: " + summary.transfers() + " transfers, "
                        + summary.projects() + " projects, " + summary.payments() + " payments, "
                        + summary.events() + " events."
                : "Not everything adds up.");
        return summary.violations() == 0;
    }

    private static void printInvitation(Demo demo, PrintStream output) {
        output.println();
        output.println("Your turn. Buy something at " + demo.shop() + " in a browser, or order");
        output.println("a film here; #fail, #hang and #slow in a prompt play other endings:");
        output.println("""
                curl %s/api/story-editor/generate \\
                  -H 'Authorization: Bearer %s' \\
                  -H 'Makegood-Customer: app/ada' -H 'Content-Type: application/json' \\
                  -d '{"prompt":"A dog learns to sing","quality":"4k"}'""".indent(4)
                .formatted(demo.address(), demo.keys().get("app"))
                .stripTrailing());
        output.println("Ctrl-C ends it.");
        output.println();
    }

    private static String readyJson(Demo demo) {
        var json = CliJson.object()
                .put("url", demo.address().toString())
                .put("shop", demo.shop().toString())
                .put("customer", Demo.ADA.toString());
        var keys = json.putObject("keys");
        roles().forEach(role -> keys.put(role, demo.keys().get(role)));
        return CliJson.write(json);
    }

    private static Stream<String> roles() {
        return Stream.of(Role.values()).map(Role::label);
    }
}
