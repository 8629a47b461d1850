package dev.makegood.cli.installation;

import dev.makegood.anchor.InvalidAnchorException;
import dev.makegood.audit.AuditSummary;
import dev.makegood.audit.Violation;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.TerminalText;
import dev.makegood.server.Installation;
import dev.makegood.server.settings.InvalidSetting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code makegood verify}: recomputes every invariant, and shows the first violations. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Check every invariant; 1 and the first violations if one is broken.")
public final class VerifyCommand implements Callable<Integer> {

    private static final int SHOWN_MAX = 20;

    @Mixin
    private final CommandContext context;

    @Option(names = "--customer", paramLabel = "CUSTOMER",
            description = "Only this one, such as app/user-42.")
    private @Nullable CustomerArgument customer;

    @Option(names = "--anchor", paramLabel = "FILE", arity = "1..*",
            description = "Also that the books continue these, written by makegood anchor.")
    private List<Path> anchors = List.of();

    public VerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var files = new AnchorFiles(anchors);
        var one = customer;
        if (one != null && !anchors.isEmpty()) {
            throw new InvalidSetting("--anchor", "is about all customers: leave out --customer");
        }
        return context.withInstallation(installation -> one == null
                ? verifyAll(installation, files)
                : new CustomerLookup(installation).withCustomer(one,
                        id -> findingsResult(installation,
                                installation.makegood().audit().violations(id), "1 customer")));
    }

    private static CommandResult verifyAll(Installation installation, AnchorFiles anchors) {
        try {
            anchors.check();
        } catch (InvalidAnchorException e) {
            return CommandResult.refusal("invalid_anchor", String.valueOf(e.getMessage()));
        }
        var first = new ArrayList<Violation>();
        var counted = new AtomicLong();
        Consumer<Violation> collector = violation -> {
            counted.incrementAndGet();
            if (first.size() < SHOWN_MAX) {
                first.add(violation);
            }
        };
        anchors.compare(installation, collector);
        var summary = installation.makegood().audit().checkAll(collector);
        return result(installation, first, counted.get(), summary(summary)
                + (anchors.files().isEmpty() ? "" : "; compared with " + anchors.files()));
    }

    private static CommandResult findingsResult(
            Installation installation, List<Violation> violations, String scope) {
        return result(installation, violations.stream().limit(SHOWN_MAX).toList(),
                violations.size(), scope);
    }

    private static String summary(AuditSummary summary) {
        return summary.customers() + " customers, " + summary.transfers() + " transfers, "
                + summary.projects() + " projects, " + summary.payments() + " payments, "
                + summary.events() + " events";
    }

    /** Warnings about the database break no invariant yet, so they change no exit code. */
    private static CommandResult result(
            Installation installation, List<Violation> first, long violationCount, String scope) {
        var warnings = installation.databaseWarnings().get();
        var json = CliJson.object()
                .put("holds", violationCount == 0)
                .put("violations", violationCount)
                .put("scope", scope);
        json.set("violationsFirst", CliJson.array(first, violation -> CliJson.object()
                .put("customerId", violation.customer().toString())
                .put("invariant", violation.invariant())
                .put("detail", violation.description())));
        json.set("warnings", CliJson.array(warnings, CliJson::text));
        var lines =
                new ArrayList<String>(
                        warnings.stream().map(warning -> "warning: " + warning).toList());
        if (violationCount == 0) {
            lines.add("everything adds up: " + scope);
            return new CommandResult.CommandSuccess(json, lines);
        }
        lines.addAll(first.stream()
                .map(Violation::toString)
                .map(TerminalText::sanitize)
                .toList());
        lines.add(violationCount + " violations, among " + scope);
        return new CommandResult.CommandFindings(json, lines);
    }
}
