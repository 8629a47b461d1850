package dev.makegood.audit;

import dev.makegood.ledger.Account;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Part;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.ledger.Wallet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * I2 and I7: what is left of each grant, and what was clawed back of it, is what the transfers'
 * parts add up to.
 */
final class GrantsCheck {

    private static final class GrantSums {
        private final @Nullable Transfer granted;
        private long remaining;
        private long clawedBack;

        GrantSums(@Nullable Transfer granted) {
            this.granted = granted;
        }
    }

    private final ViolationCollector violations;
    private final Map<TransferId, GrantSums> sums = new HashMap<>();

    GrantsCheck(ViolationCollector violations) {
        this.violations = violations;
    }

    void check(Transfer transfer) {
        if (transfer.kind() == TransferKind.GRANT || transfer.kind() == TransferKind.ADJUST_UP) {
            sums.put(transfer.id(), new GrantSums(transfer));
        }
        violations.expect(
                transfer.kind() == TransferKind.INCUR_DEBT
                        || transfer.kind() == TransferKind.CANCEL_DEBT
                        || sumOfParts(transfer) == transfer.amount().amount(),
                "I2",
                () -> "the parts of transfer " + transfer.sequence()
                        + " do not add up to its amount");
        transfer.parts().forEach(part -> addPart(transfer, part));
        addClawback(transfer);
    }

    private static long sumOfParts(Transfer transfer) {
        return transfer.parts().stream().mapToLong(part -> part.credits().amount()).sum();
    }

    private void addPart(Transfer transfer, Part part) {
        @Nullable
        GrantSums grantSums = sums.get(part.grant());
        violations.expect(grantSums != null, "I2",
                () -> "transfer " + transfer.sequence() + " has a part of an unknown grant: "
                        + part.grant());
        if (grantSums != null) {
            grantSums.remaining += direction(transfer.kind()) * part.credits().amount();
            long left = grantSums.remaining;
            violations.expect(left >= 0, "I2",
                    () -> "transfer " + transfer.sequence() + " takes more of grant " + part.grant()
                            + " than is left, which is then " + left);
        }
    }

    private static int direction(TransferKind kind) {
        if (kind.to() == Account.AVAILABLE) {
            return 1;
        }
        return kind.from() == Account.AVAILABLE ? -1 : 0;
    }

    private void addClawback(Transfer transfer) {
        @Nullable
        GrantSums grantSums = sums.get(new TransferId(transfer.subject().id()));
        if (grantSums != null) {
            grantSums.clawedBack += switch (transfer.kind()) {
                case CLAW_BACK, INCUR_DEBT -> transfer.amount().amount();
                case CANCEL_DEBT, REINSTATE_SETTLED, REINSTATE -> -transfer.amount().amount();
                case GRANT, ADJUST_UP, ADJUST_DOWN, HOLD, CAPTURE, RELEASE_REMAINDER, RELEASE,
                        REFUND, EXPIRE, SETTLE_DEBT -> 0;
            };
        }
    }

    void finish(List<GrantBalance> grants, Wallet wallet) {
        violations.expectEqual(grants.size(), sums.size(), "I2", () -> "the number of grants");
        grants.forEach(this::compare);
        long left = grants.stream().mapToLong(grant -> grant.remaining().amount()).sum();
        violations.expectEqual(left, wallet.balances().available().amount(), "I2",
                () -> "what is left of all grants");
    }

    /** A grant is written once, with its transfer. */
    private void compareOrigin(GrantBalance grant, @Nullable Transfer granted) {
        violations.expect(granted != null
                && grant.grant().credits().equals(granted.amount())
                && grant.grantedAt().equals(granted.at())
                && grant.sequence() == granted.sequence()
                && (grant.grant().source() == GrantSource.ADJUSTMENT) == (granted
                        .kind() == TransferKind.ADJUST_UP),
                "I2", () -> "grant " + grant.id() + " is not the one that its transfer granted: "
                        + grant);
    }

    private void compare(GrantBalance grant) {
        var grantSums = sums.getOrDefault(grant.id(), new GrantSums(null));
        compareOrigin(grant, grantSums.granted);
        violations.expectEqual(grant.remaining().amount(), grantSums.remaining, "I2",
                () -> "what is left of grant " + grant.id());
        violations.expectEqual(grant.clawedBack().amount(), grantSums.clawedBack, "I7",
                () -> "what was clawed back of grant " + grant.id());
        violations.expect(!grant.remaining().isMoreThan(grant.grant().credits()), "I2",
                () -> "more is left than was granted by " + grant.id());
        violations.expect(!grant.clawedBack().isMoreThan(grant.grant().credits()), "I7",
                () -> "more was clawed back than granted by " + grant.id());
    }
}
