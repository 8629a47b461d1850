package dev.makegood.explorer;

import static java.util.stream.Collectors.toMap;

import dev.makegood.Storage;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Account;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Counts credits once more, beside the audit and without its code: by account, and by grant. */
final class Conservation {

    private Conservation() {}

    static void check(Storage storage, CustomerId customer) {
        var transfers = storage.archive()
                .read(customer, records -> records.transfers(0, Integer.MAX_VALUE));
        var grants = storage.archive()
                .read(customer, records -> records.grants())
                .stream()
                .collect(toMap(GrantBalance::id, Function.identity()));
        byAccount(storage, customer, transfers);
        byGrant(transfers, grants);
    }

    private static void byAccount(
            Storage storage, CustomerId customer, List<Transfer> transfers) {
        var sums = new EnumMap<Account, Long>(Account.class);
        for (var transfer : transfers) {
            long amount = transfer.amount().amount();
            sums.merge(transfer.kind().from(), -amount, Long::sum);
            sums.merge(transfer.kind().to(), amount, Long::sum);
        }
        var balances = storage.statements().wallet(customer).balances();
        same("available", sums.getOrDefault(Account.AVAILABLE, 0L), balances.available().amount());
        same("held", sums.getOrDefault(Account.HELD, 0L), balances.held().amount());
        same("debt", -sums.getOrDefault(Account.DEBT, 0L), balances.debt().amount());
        if (balances.debt().amount() > 0 && balances.available().amount() > 0) {
            throw new AssertionError("debt beside available credits: " + balances);
        }
    }

    private static void byGrant(List<Transfer> transfers, Map<TransferId, GrantBalance> grants) {
        var left = new HashMap<TransferId, Long>();
        for (var transfer : transfers) {
            long sign = transfer.kind().to() == Account.AVAILABLE ? 1
                    : transfer.kind().from() == Account.AVAILABLE ? -1 : 0;
            transfer.parts()
                    .forEach(part -> left.merge(part.grant(), sign * part.credits().amount(),
                            Long::sum));
        }
        grants.forEach((id, grant) -> {
            same("what is left of " + id, left.getOrDefault(id, 0L), grant.remaining().amount());
            if (grant.remaining().isMoreThan(grant.grant().credits())) {
                throw new AssertionError("more is left than was granted: " + grant);
            }
        });
    }

    private static void same(String what, long counted, long written) {
        if (counted != written) {
            throw new AssertionError(what + " is " + written + ", counted " + counted);
        }
    }
}
