package dev.makegood.cli;

import dev.makegood.access.Role;
import dev.makegood.cli.demo.Demo;
import dev.makegood.server.log.Logs;
import dev.makegood.server.settings.Logging;
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
final class DemoCommand implements Callable<Integer> {

    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    @Mixin
    private final House house;

    @Option(names = "--once", description = "End after the story, with 0 if everything adds up.")
    private boolean once;

    @Option(names = "--port", paramLabel = "PORT", description = "0 for any that is free.")
    private @Nullable String port;

    @Option(names = "--pipeline", defaultValue = "superduperai", paramLabel = "NAME",
            description = "Who does the work: superduperai or prefect.")
    private String pipeline = "";

    DemoCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws InterruptedException {
        house.refuseDatabaseUrl("the demo has a database of its own");
        var wishes = new Demo.Wishes(house.data(), flags(), pipeline,
                house.surroundings().environment());
        var logging = Demo.settings(wishes).logging();
        speak(house.json() ? logging : new Logging(logging.form(), Logging.Level.ERROR));
        try (var demo = AtTheEnd.of(LONGEST_END, () -> Demo.start(wishes), Demo::close)) {
            return play(demo.it(), logging);
        }
    }

    private int play(Demo demo, Logging logging) throws InterruptedException {
        var paper = paper();
        introduce(demo, paper);
        boolean told = demo.tell(paper::println);
        boolean well = provedBy(demo, paper) && told;
        if (!once) {
            stay(demo, paper, logging);
        }
        return well ? Exit.DONE.code() : Exit.REFUSED.code();
    }

    private void stay(Demo demo, PrintStream paper, Logging logging) throws InterruptedException {
        invite(demo, paper);
        speak(logging);
        if (house.json()) {
            house.surroundings().out().stream().println(ready(demo));
            house.surroundings().out().stream().flush();
        }
        new CountDownLatch(1).await();
    }

    /** For programs, stdout belongs to one line of JSON; the story goes beside it. */
    private PrintStream paper() {
        return (house.json() ? house.surroundings().err() : house.surroundings().out()).stream();
    }

    private void speak(Logging logging) {
        Logs.speak(logging, house.surroundings().err().colour());
    }

    private Map<String, String> flags() {
        var flags = new HashMap<String, String>();
        if (port != null) {
            flags.put("MAKEGOOD_PORT", port);
        } else if (!house.surroundings().environment().containsKey("MAKEGOOD_PORT")) {
            flags.put("MAKEGOOD_PORT", UsualPort.orAnyFree());
        }
        return flags;
    }

    private static void introduce(Demo demo, PrintStream paper) {
        paper.println("Makegood, with everything it needs");
        paper.println("    API       " + demo.address());
        paper.println("    shop      " + demo.shop() + " (for a browser)");
        paper.println("    customer  " + Demo.ADA);
        roles().forEach(role -> paper.println("    %-9s %s".formatted(role,
                demo.keys().get(role))));
        paper.println();
    }

    private static boolean provedBy(Demo demo, PrintStream paper) {
        var tally = demo.verify(violation -> paper.println("    does not hold: " + violation));
        paper.println(tally.violations() == 0
                ? "Everything adds up: " + tally.transfers() + " lines of the ledger, "
                        + tally.projects() + " projects, " + tally.payments() + " payments, "
                        + tally.events() + " events."
                : "Not everything adds up.");
        return tally.violations() == 0;
    }

    private static void invite(Demo demo, PrintStream paper) {
        paper.println();
        paper.println("Your turn. Buy something at " + demo.shop() + " in a browser, or order");
        paper.println("a film here; #fail, #hang and #slow in a prompt play other endings:");
        paper.println("""
                curl %s/api/story-editor/generate \\
                  -H 'Authorization: Bearer %s' \\
                  -H 'Makegood-Customer: app/ada' -H 'Content-Type: application/json' \\
                  -d '{"prompt":"A dog learns to sing","quality":"4k"}'""".indent(4)
                .formatted(demo.address(), demo.keys().get("app"))
                .stripTrailing());
        paper.println("Ctrl-C ends it.");
        paper.println();
    }

    private static String ready(Demo demo) {
        var json = Json.object()
                .put("url", demo.address().toString())
                .put("shop", demo.shop().toString())
                .put("customer", Demo.ADA.toString());
        var keys = json.putObject("keys");
        roles().forEach(role -> keys.put(role, demo.keys().get(role)));
        return Json.written(json);
    }

    private static Stream<String> roles() {
        return Stream.of(Role.values()).map(Role::label);
    }
}
