package dev.makegood.http.response.view;

import dev.makegood.ledger.Balance;
import dev.makegood.ledger.Statements.StatementLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON of responses about credits, one record each. */
public final class LedgerViews {

    private LedgerViews() {}

    /** The credits a customer can spend, and those that are held. */
    public record BalanceSummary(long available, long held) {

        public static BalanceSummary of(Balance balance) {
            return new BalanceSummary(balance.available().amount(), balance.held().amount());
        }
    }

    /** A balance with the debt, and with what expires. */
    public record BalanceView(
            long available, long held, long debt, List<ExpiringCreditsView> expiring) {

        record ExpiringCreditsView(long credits, Instant expiresAt) {}

        public static BalanceView of(Balance balance) {
            return new BalanceView(balance.available().amount(), balance.held().amount(),
                    balance.debt().amount(),
                    balance.expiring()
                            .stream()
                            .map(e -> new ExpiringCreditsView(e.credits().amount(), e.expiresAt()))
                            .toList());
        }
    }

    /** The balance after a transfer. */
    record BalanceAfterView(long available, long held, long debt) {}

    /** A transfer in the statement; {@code change} is its effect on the available credits. */
    public record StatementLineView(
            UUID transactionId, long sequence, String kind, long credits, long change,
            String reason, @Nullable UUID projectId, @Nullable UUID paymentId,
            BalanceAfterView balance, Instant createdAt) {

        public static StatementLineView of(StatementLine line) {
            var transfer = line.transfer();
            var after = transfer.balancesAfter();
            return new StatementLineView(transfer.id().value(), transfer.sequence(),
                    transfer.kind().label(), transfer.amount().amount(), line.change(),
                    transfer.reason(), line.rootId("project"), line.rootId("payment"),
                    new BalanceAfterView(after.available().amount(), after.held().amount(),
                            after.debt().amount()),
                    transfer.at());
        }
    }
}
