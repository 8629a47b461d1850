package dev.makegood.cli.installation;

import dev.makegood.anchor.Anchors;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.server.Installation;
import dev.makegood.server.settings.InvalidSetting;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code makegood anchor}: a digest of all books, to keep where who writes to them cannot. */
@Command(name = "anchor", mixinStandardHelpOptions = true,
        description = "Write a digest of all books, to keep elsewhere; verify --anchor proves that "
                + "later books continue it.")
public final class AnchorCommand implements Callable<Integer> {

    @Mixin
    private final CommandContext context;

    @Option(names = "--to", paramLabel = "FILE",
            description = "A new file; without it, the lines go to the standard output.")
    private @Nullable Path to;

    public AnchorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var file = to;
        if (file != null && Files.exists(file)) {
            return context.print(() -> CommandResult.refusal("file_exists", file
                    + " exists already, and an anchor is never overwritten: name another file"));
        }
        if (file == null && context.isJson()) {
            throw new InvalidSetting("--json", "needs --to FILE: the anchor itself is no JSON");
        }
        return context.withInstallation(
                installation -> file == null ? print(installation) : write(installation, file));
    }

    private CommandResult print(Installation installation) {
        var out = context.environment().out().stream();
        var root = take(installation, out::println);
        return new CommandResult.CommandSuccess(json(root), List.of());
    }

    private static CommandResult write(Installation installation, Path file) {
        try (var writer = open(file)) {
            var root = take(installation, line -> writeLine(writer, line));
            return CommandResult.success(json(root).put("file", file.toString()),
                    "anchored " + root.customers() + " customers in " + file,
                    "root " + root.root());
        } catch (IOException e) {
            throw new UncheckedIOException("the anchor cannot be written to " + file, e);
        }
    }

    private static BufferedWriter open(Path file) throws IOException {
        try {
            return Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            throw cannotBeWritten("there is no folder " + file.toAbsolutePath().getParent());
        } catch (AccessDeniedException e) {
            throw cannotBeWritten("you may not write " + file);
        }
    }

    private static InvalidSetting cannotBeWritten(String why) {
        return new InvalidSetting("--to", "cannot be written: " + why);
    }

    private static Anchors.AnchorRoot take(
            Installation installation, Consumer<String> lines) {
        return Anchors.of(installation.storage().archive())
                .take(installation.clock().instant(), lines);
    }

    private static void writeLine(BufferedWriter writer, String line) {
        try {
            writer.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the anchor cannot be written", e);
        }
    }

    private static ObjectNode json(Anchors.AnchorRoot root) {
        return CliJson.object()
                .put("customers", root.customers())
                .put("root", root.root().toString());
    }
}
