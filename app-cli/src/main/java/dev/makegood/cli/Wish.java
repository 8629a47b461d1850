package dev.makegood.cli;

import dev.makegood.event.Cause;
import dev.makegood.ledger.TransferId;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Which move of credits or of money an operator means.
 *
 * <p>What is asked makes the id of the move, so the same command again finds it done; who means the same a second
 * time says so with another {@code --again}.
 */
final class Wish {

    @Mixin
    private final Reason reason = new Reason();

    @Option(names = "--again", paramLabel = "WORD", defaultValue = "",
            description = "Any word, to do the very same a second time on purpose.")
    private String again = "";

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    boolean isDry() {
        return dryRun;
    }

    String again() {
        return again;
    }

    Cause cause(Map<String, String> environment) {
        return reason.cause(environment);
    }

    ParameterException wrong(String problem) {
        return reason.wrong(problem);
    }

    /** The id of doing this to that: the same words give the same id. */
    TransferId id(UUID about, Object... what) {
        return id(about, reason.words(), again, what);
    }

    static TransferId id(UUID about, String reason, String again, Object... what) {
        var purpose = new StringBuilder("cli");
        for (var word : what) {
            purpose.append('\n').append(word);
        }
        return TransferId.of(purpose + "\n" + again + "\n" + reason, about);
    }
}
