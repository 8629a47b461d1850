package dev.makegood.ledger;

import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.testing.StorageTestBase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the contracts of the ledger's store start from: a grant and a hold of ada's to be. */
abstract class LedgerStoreTestBase extends StorageTestBase {

    final Subject subject = new Subject("test", samples.id());
    final TransferId grant = samples.transfer();
    final TransferId hold = samples.transfer();

    Wallet wallet() {
        return write(ada, unit -> unit.ledger().wallet());
    }

    List<GrantBalance> openGrants() {
        return write(ada, LedgerStoreTestBase::openGrants);
    }

    static List<GrantBalance> openGrants(Unit unit) {
        return unit.ledger().spendableGrants(Instant.EPOCH, null, 100);
    }

    Transfer granted(long credits, @Nullable Instant expiresAt) {
        return granted(new Grant(GrantSource.PURCHASE, new Credits(credits), 50, expiresAt));
    }

    Transfer granted(Grant given) {
        var draft = TransferDraft.of(TransferKind.GRANT, grant,
                List.of(Part.of(grant, given.credits())), subject,
                "a test");
        var transfer = Transfer.following(Wallet.empty(ada), draft, clock.instant());
        append(ada, List.of(transfer), List.of(GrantBalance.of(given, transfer)), Map.of());
        return transfer;
    }

    Transfer held(Transfer after, long credits, @Nullable Duration timeLeft) {
        var parts = List.of(new Part(grant, new Credits(credits), timeLeft));
        var transfer = Transfer.following(wallet(after),
                TransferDraft.of(TransferKind.HOLD, hold, parts, subject, "held"), clock.instant());
        append(ada, List.of(transfer), List.of(), Map.of());
        return transfer;
    }

    Transfer settling(Transfer after, TransferKind kind, long credits) {
        var parts = List.of(Part.of(grant, new Credits(credits)));
        return Transfer.following(wallet(after),
                TransferDraft.settling(hold, kind, samples.transfer(), parts, subject, ""),
                clock.instant());
    }

    Transfer spent(Transfer after, long credits) {
        return next(after, TransferKind.ADJUST_DOWN, credits);
    }

    Transfer raised(Transfer after, long credits) {
        return next(after, TransferKind.REFUND, credits);
    }

    Transfer next(Transfer after, TransferKind kind, long credits) {
        var parts = List.of(Part.of(grant, new Credits(credits)));
        return Transfer.following(wallet(after),
                TransferDraft.of(kind, samples.transfer(), parts, subject, ""), clock.instant());
    }

    Wallet wallet(Transfer after) {
        return new Wallet(ada, after.balancesAfter(), after.sequence(), after.hash());
    }

    void append(
            CustomerId customer, List<Transfer> lines, List<GrantBalance> grants,
            Map<TransferId, Credits> refunded) {
        var last = lines.getLast();
        var entry = new Entry(lines, wallet(last), grants, refunded);
        change(customer, unit -> unit.ledger().append(entry));
    }
}
