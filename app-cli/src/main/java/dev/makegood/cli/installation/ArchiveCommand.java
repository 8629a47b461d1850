package dev.makegood.cli.installation;

import dev.makegood.anchor.Anchors;
import dev.makegood.anchor.InvalidAnchorException;
import dev.makegood.archive.Archiving;
import dev.makegood.archive.Archiving.Copies;
import dev.makegood.archive.EventCutter;
import dev.makegood.audit.Violation;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.WaitingNote;
import dev.makegood.server.Installation;
import dev.makegood.server.settings.InvalidSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code makegood archive}: closes books, and cuts events of closed ones that an anchor vouches for. */
@Command(name = "archive", mixinStandardHelpOptions = true,
        description = "Close the books before a day. With an anchor taken since: cut the events before it "
                + "that nothing needs any more, as the owner of the database.")
public final class ArchiveCommand implements Callable<Integer> {

    @Mixin
    private final CommandContext context;

    @Option(names = "--before", required = true, paramLabel = "DATE",
            description = "A day such as 2027-01-01, in UTC, or a moment.")
    private Instant before = Instant.EPOCH;

    @Option(names = "--anchor", paramLabel = "FILE",
            description = "Cut, as far as this anchor vouches for it.")
    private @Nullable Path anchor;

    @Option(names = "--to", paramLabel = "FILE",
            description = "Copy what is cut to this new file first, a JSON document in each line.")
    private @Nullable Path to;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    public ArchiveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var file = anchor;
        if (file == null && to != null) {
            throw new InvalidSetting("--to", "copies what is cut: give --anchor too");
        }
        if (to != null && Files.exists(to)) {
            return context.print(() -> CommandResult.refusal("file_exists",
                    to + " exists already, and is not overwritten: name another file"));
        }
        return context.changeInstallation(installation -> WaitingNote
                .during(context.environment().err(), "archiving",
                        () -> isTooLate(installation) ? tooLate()
                                : file == null ? close(installation) : cut(installation, file)));
    }

    private boolean isTooLate(Installation installation) {
        return before.isAfter(installation.clock().instant());
    }

    private static CommandResult tooLate() {
        return CommandResult.refusal("not_yet",
                "--before is in the future: books can be closed up to now at most");
    }

    private CommandResult close(Installation installation) {
        var desk = installation.makegood().bookClosing();
        var closed = dryRun ? desk.preview(before) : desk.close(before);
        var json = CliJson.object()
                .put("dryRun", dryRun)
                .put("before", before.toString())
                .put("closed", closed.customers())
                .put("events", closed.events());
        return CommandResult.success(json,
                (dryRun ? "would close" : "closed") + " the books of " + closed.customers()
                        + " customers before " + before + "; " + closed.events()
                        + " of their events can be cut then",
                "next: take an anchor, keep it elsewhere, and run this again with --anchor FILE");
    }

    private CommandResult cut(Installation installation, Path file) {
        try {
            var unused = AnchorFiles.withLines(file, Anchors::read);
        } catch (InvalidAnchorException e) {
            return CommandResult.refusal("invalid_anchor", String.valueOf(e.getMessage()));
        }
        if (dryRun) {
            return cut(installation, file, (customer, closing, events) -> true, Copies.NONE);
        }
        try (var owned = installation.ownersCutter().get()) {
            return copyAndCut(installation, file, owned.cutter());
        }
    }

    private CommandResult copyAndCut(
            Installation installation, Path file, EventCutter cutter) {
        if (to == null) {
            return cut(installation, file, cutter, Copies.NONE);
        }
        try (var copy = CutEventsFile.create(to)) {
            return cut(installation, file, cutter, copy.copies());
        }
    }

    private CommandResult cut(
            Installation installation, Path file, EventCutter cutter, Copies copies) {
        var violations = new ArrayList<Violation>();
        var archiving = new Archiving(installation.storage().archive(), cutter, copies);
        var done = AnchorFiles.withLines(file,
                lines -> archiving.cut(lines, before, violations::add));
        return new ArchiveOutput(dryRun, before).result(done, List.copyOf(violations));
    }
}
