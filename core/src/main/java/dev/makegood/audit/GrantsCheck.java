package dev.makegood.audit;

import dev.makegood.ledger.Account;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Part;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** I2 and I7: what is left of each grant, and what was taken back of it, is what the transfers' parts say. */
final class GrantsCheck {

    private static final class Sum {
        private long left;
        private long takenBack;
    }

    private final Findings findings;
    private final Map<TransferId, Sum> sums = new HashMap<>();

    GrantsCheck(Findings findings) {
        this.findings = findings;
    }

    void see(Transfer line) {
        if (line.kind() == Kind.GRANT || line.kind() == Kind.RAISE) {
            sums.put(line.id(), new Sum());
        }
        findings.expect(line.kind() == Kind.OWE || partsOf(line) == line.amount().amount(), "I2",
                () -> "the parts of line " + line.sequence() + " are not all of it");
        line.parts().forEach(part -> move(line, part));
        takeBack(line);
    }

    private static long partsOf(Transfer line) {
        return line.parts().stream().mapToLong(part -> part.credits().amount()).sum();
    }

    private void move(Transfer line, Part part) {
        @Nullable
        Sum sum = sums.get(part.grant());
        findings.expect(sum != null, "I2",
                () -> "line " + line.sequence() + " moves credits of no grant: " + part.grant());
        if (sum != null) {
            sum.left += direction(line.kind()) * part.credits().amount();
            long left = sum.left;
            findings.expect(left >= 0, "I2", () -> "line " + line.sequence()
                    + " takes more of grant " + part.grant() + " than there is: " + left);
        }
    }

    private static int direction(Kind kind) {
        if (kind.to() == Account.AVAILABLE) {
            return 1;
        }
        return kind.from() == Account.AVAILABLE ? -1 : 0;
    }

    private void takeBack(Transfer line) {
        @Nullable
        Sum sum = sums.get(new TransferId(line.about().id()));
        if (sum != null) {
            sum.takenBack += switch (line.kind()) {
                case TAKE_BACK, OWE -> line.amount().amount();
                case GIVE_BACK -> -line.amount().amount();
                case GRANT, RAISE, LOWER, HOLD, CAPTURE, REST, RELEASE, REFUND, EXPIRY, SETTLE -> 0;
            };
        }
    }

    void end(List<GrantBalance> grants, Wallet wallet) {
        findings.equal(grants.size(), sums.size(), "I2", () -> "the number of grants");
        grants.forEach(this::compare);
        long left = grants.stream().mapToLong(grant -> grant.left().amount()).sum();
        findings.equal(left, wallet.balances().available().amount(), "I2",
                () -> "what is left of all grants");
    }

    private void compare(GrantBalance grant) {
        var sum = sums.getOrDefault(grant.id(), new Sum());
        findings.equal(grant.left().amount(), sum.left, "I2",
                () -> "what is left of grant " + grant.id());
        findings.equal(grant.takenBack().amount(), sum.takenBack, "I7",
                () -> "what was taken back of grant " + grant.id());
        findings.expect(!grant.takenBack().isMoreThan(grant.grant().credits()), "I7",
                () -> "more was taken back than granted by " + grant.id());
    }
}
