package dev.makegood.cli;

import dev.makegood.server.Server;
import dev.makegood.server.log.Logs;
import dev.makegood.server.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code makegood serve}: the server, until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Run the server. What can be set stands in docs/running.md.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private final House house;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Where to listen.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "0 for any that is free.")
    private @Nullable String port;

    ServeCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = house.settings(flags());
        Logs.speak(settings.logging(), house.surroundings().err().colour());
        return serve(settings);
    }

    private Map<String, String> flags() {
        var flags = new HashMap<String, String>();
        if (host != null) {
            flags.put("MAKEGOOD_HOST", host);
        }
        if (port != null) {
            flags.put("MAKEGOOD_PORT", port);
        }
        return flags;
    }

    private int serve(Settings settings) throws InterruptedException {
        try (var server = AtTheEnd.of(settings.labour().stopWithin(),
                () -> Server.start(settings), Server::stop)) {
            if (house.json()) {
                house.surroundings()
                        .out()
                        .stream()
                        .println(Json.written(
                                Json.object().put("url", server.it().address().toString())));
            }
            new CountDownLatch(1).await();
        }
        return Exit.DONE.code();
    }
}
