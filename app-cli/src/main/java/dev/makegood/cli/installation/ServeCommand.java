package dev.makegood.cli.installation;

import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.ShutdownGuard;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.ExitCode;
import dev.makegood.server.Server;
import dev.makegood.server.log.LogConfiguration;
import dev.makegood.server.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code makegood serve}: the server, until it is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Run the server. What can be set stands in docs/running.md.")
public final class ServeCommand implements Callable<Integer> {

    @Mixin
    private final CommandContext context;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Where to listen.")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "0 for any that is free.")
    private @Nullable String port;

    public ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings = context.readSettings(flags());
        LogConfiguration.apply(settings.logging(), context.environment().err().hasColour());
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
        try (var server = ShutdownGuard.start(settings.worker().shutdownTimeout(),
                () -> Server.start(settings), Server::stop)) {
            if (context.isJson()) {
                context.environment()
                        .out()
                        .stream()
                        .println(CliJson.write(
                                CliJson.object()
                                        .put("url", server.resource().address().toString())));
            }
            new CountDownLatch(1).await();
        }
        return ExitCode.SUCCESS.code();
    }
}
