package dev.makegood.cli.explain;

import dev.makegood.audit.Archive.CustomerRecords;
import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.output.TransferKindDescription;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.ledger.Wallet;
import dev.makegood.server.Installation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Why a balance is what it is: all transfers added up by kind, the grants that are left, and the open holds.
 *
 * @param amountsByKind how many credits each kind of transfer moved in total
 * @param holds those that are open
 */
record CustomerExplanation(String name, Wallet wallet, List<GrantBalance> grants,
        Map<TransferKind, Long> amountsByKind, List<Transfer> holds, Instant now) {

    private static final int PAGE = 500;
    private static final String ORDER = "Spent first: the lower priority, then what expires "
            + "sooner, then promotion, signup, weekly_bonus, compensation, adjustment, purchase, "
            + "then the oldest.";

    /** Reads everything at one moment, so that it adds up. */
    static CustomerExplanation of(Installation installation, CustomerId customer) {
        var name = new CustomerLookup(installation).displayName(customer);
        return installation.storage()
                .archive()
                .read(customer,
                        records -> of(name, records, installation.clock().instant()));
    }

    private static CustomerExplanation of(String name, CustomerRecords records, Instant now) {
        var amountsByKind = new EnumMap<TransferKind, Long>(TransferKind.class);
        var holds = new LinkedHashMap<TransferId, Transfer>();
        var page = records.transfers(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(transfer -> add(transfer, amountsByKind, holds));
            page = records.transfers(page.getLast().sequence(), PAGE);
        }
        return new CustomerExplanation(name, records.wallet(), records.grants(), amountsByKind,
                List.copyOf(holds.values()), now);
    }

    private static void add(
            Transfer transfer, Map<TransferKind, Long> amountsByKind,
            Map<TransferId, Transfer> holds) {
        var unused =
                amountsByKind.merge(transfer.kind(), transfer.amount().amount(), Math::addExact);
        if (transfer.kind() == TransferKind.HOLD) {
            holds.put(transfer.id(), transfer);
        }
        if (transfer.settles() != null) {
            holds.remove(transfer.settles());
        }
    }

    CommandResult result() {
        return new CommandResult.CommandSuccess(json(), lines());
    }

    private List<String> lines() {
        var balances = wallet.balances();
        var lines = new ArrayList<String>();
        lines.add(name + " has " + balances.available() + " credits available, "
                + balances.held() + " held, " + balances.debt() + " debt, after "
                + wallet.sequence() + " transfers.");
        lines.add("");
        lines.add("All changes of the available credits:");
        amountsByKind.forEach((kind, amount) -> {
            long effect = kind.effectOnAvailable(amount);
            if (effect != 0) {
                lines.add("    %+9d  %s".formatted(effect, TransferKindDescription.describe(kind)));
            }
        });
        lines.add("    %9d  in total".formatted(total()));
        lines.add("");
        lines.add("Where they are:");
        grants.stream()
                .filter(grant -> !grant.remaining().isNone())
                .forEach(grant -> lines.add("    " + describe(grant)));
        lines.add("    " + ORDER);
        holds.forEach(hold -> lines.add("    " + hold.amount() + " held for " + hold.subject()
                + " since " + hold.at() + " (transfer " + hold.sequence() + ")"));
        return lines;
    }

    private long total() {
        return amountsByKind.entrySet()
                .stream()
                .mapToLong(one -> one.getKey().effectOnAvailable(one.getValue()))
                .sum();
    }

    private String describe(GrantBalance balance) {
        var grant = balance.grant();
        var until = balance.expiresAt();
        return balance.remaining() + " left of " + grant.credits() + " granted as "
                + grant.source().label() + " at " + balance.grantedAt() + ", priority "
                + grant.priority() + (until == null ? ""
                        : balance.isExpired(now)
                                ? ", expired at " + until
                                : ", until " + until);
    }

    private JsonNode json() {
        var balances = wallet.balances();
        var json = CliJson.object()
                .put("customer", name)
                .put("customerId", wallet.customer().toString())
                .put("available", balances.available().amount())
                .put("held", balances.held().amount())
                .put("debt", balances.debt().amount())
                .put("transfers", wallet.sequence());
        var sums = json.putObject("creditsByKind");
        amountsByKind.forEach((kind, amount) -> sums.put(kind.label(), amount));
        json.set("grants", CliJson.array(grants, CustomerExplanation::json));
        json.set("holds", CliJson.array(holds, hold -> CliJson.object()
                .put("transactionId", hold.id().toString())
                .put("credits", hold.amount().amount())
                .put("subject", hold.subject().toString())));
        return json;
    }

    private static JsonNode json(GrantBalance balance) {
        var until = balance.expiresAt();
        return CliJson.object()
                .put("grantId", balance.id().toString())
                .put("source", balance.grant().source().label())
                .put("credits", balance.grant().credits().amount())
                .put("remaining", balance.remaining().amount())
                .put("priority", balance.grant().priority())
                .put("expiresAt", until == null ? null : until.toString());
    }
}
