package dev.makegood.cli.command;

import dev.makegood.event.Cause;
import dev.makegood.ledger.TransferId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Identifies a transfer or a refund that an operator requests.
 *
 * <p>The id is derived from the arguments, so the same command again finds it done; another {@code --again} requests
 * the same a second time.
 */
public final class TransferOptions {

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    @Option(names = "--again", paramLabel = "WORD", defaultValue = "",
            description = "Any word, to request the very same a second time on purpose.")
    private String again = "";

    @Option(names = "--id", paramLabel = "UUID",
            description = "An id of your own for it, its idempotency key; made of the arguments "
                    + "unless said otherwise.")
    private @Nullable UUID id;

    @Option(names = "--dry-run", description = "Only say what would be done.")
    private boolean dryRun;

    public boolean hasReason() {
        return reason.isGiven();
    }

    public boolean isDryRun() {
        return dryRun;
    }

    public String again() {
        return again;
    }

    public Cause cause(Map<String, String> environment) {
        return reason.cause(environment);
    }

    public ParameterException usageError(String problem) {
        return reason.usageError(problem);
    }

    /**
     * The same subject and words give the same id.
     *
     * <p>The id is an idempotency key, so words are labels that never change; a test holds them.
     */
    public TransferId transferId(UUID subject, Object... words) {
        return id == null ? deriveId(subject, reason.text(), again, words) : new TransferId(id);
    }

    /** The id that was given; null for one that is made of the arguments. */
    @Nullable
    public UUID id() {
        return id;
    }

    /** Has a name of its own, for words that are all text would choose it over the other. */
    public static TransferId deriveId(
            UUID subject, String reason, String again, Object... words) {
        var purpose = new StringBuilder("cli");
        for (var word : words) {
            purpose.append('\n').append(word);
        }
        return TransferId.of(purpose + "\n" + again + "\n" + reason, subject);
    }
}
