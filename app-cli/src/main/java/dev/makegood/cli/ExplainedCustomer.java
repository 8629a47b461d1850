package dev.makegood.cli;

import dev.makegood.audit.Archive.Records;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
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
 * Why a balance is what it is: everything that ever moved, added up, and where it is now.
 *
 * @param moved how much each kind of line moved altogether
 * @param holds those that are open
 */
record ExplainedCustomer(String name, Wallet wallet, List<GrantBalance> grants,
        Map<Kind, Long> moved, List<Transfer> holds, Instant now) {

    private static final int PAGE = 500;
    private static final String ORDER = "Spent first: the lower priority, then what expires "
            + "sooner, then promotion, signup, weekly_bonus, compensation, adjustment, purchase, "
            + "then the oldest.";

    /** Reads all of it at one moment, so that it adds up. */
    static ExplainedCustomer of(Installation in, CustomerId customer) {
        var name = new Customers(in).nameOf(customer);
        return in.storage()
                .archive()
                .read(customer,
                        records -> of(name, records, in.clock().instant()));
    }

    private static ExplainedCustomer of(String name, Records records, Instant now) {
        var moved = new EnumMap<Kind, Long>(Kind.class);
        var holds = new LinkedHashMap<TransferId, Transfer>();
        var page = records.transfers(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(transfer -> add(transfer, moved, holds));
            page = records.transfers(page.getLast().sequence(), PAGE);
        }
        return new ExplainedCustomer(name, records.wallet(), records.grants(), moved,
                List.copyOf(holds.values()), now);
    }

    private static void add(
            Transfer transfer, Map<Kind, Long> moved, Map<TransferId, Transfer> holds) {
        var unused = moved.merge(transfer.kind(), transfer.amount().amount(), Math::addExact);
        if (transfer.kind() == Kind.HOLD) {
            holds.put(transfer.id(), transfer);
        }
        if (transfer.settles() != null) {
            holds.remove(transfer.settles());
        }
    }

    Reply reply() {
        return new Reply.Done(json(), lines());
    }

    private List<String> lines() {
        var balances = wallet.balances();
        var lines = new ArrayList<String>();
        lines.add(name + " has " + balances.available() + " credits, " + balances.held()
                + " held, " + balances.debt() + " owed, after " + wallet.sequence() + " lines.");
        lines.add("");
        lines.add("All that ever moved the credits to spend:");
        moved.forEach((kind, amount) -> KindInWords.effect(kind, amount)
                .ifPresent(effect -> lines.add("    %+9d  %s".formatted(effect,
                        KindInWords.of(kind)))));
        lines.add("    %9d  altogether".formatted(sum()));
        lines.add("");
        lines.add("Where they are:");
        grants.stream()
                .filter(grant -> !grant.left().isNone())
                .forEach(grant -> lines.add("    " + inWords(grant)));
        lines.add("    " + ORDER);
        holds.forEach(hold -> lines.add("    " + hold.amount() + " held for " + hold.about()
                + " since " + hold.at() + " (line " + hold.sequence() + ")"));
        return lines;
    }

    private long sum() {
        return moved.entrySet()
                .stream()
                .mapToLong(one -> KindInWords.effect(one.getKey(), one.getValue()).orElse(0L))
                .sum();
    }

    private String inWords(GrantBalance balance) {
        var grant = balance.grant();
        var until = balance.expiresAt();
        return balance.left() + " left of " + grant.credits() + " given as "
                + grant.source().label() + " at " + balance.grantedAt() + ", priority "
                + grant.priority() + (until == null ? ""
                        : balance.isExpired(now)
                                ? ", expired at " + until + " and not to be spent"
                                : ", until " + until);
    }

    private JsonNode json() {
        var balances = wallet.balances();
        var json = Json.object()
                .put("customer", name)
                .put("customerId", wallet.customer().toString())
                .put("available", balances.available().amount())
                .put("held", balances.held().amount())
                .put("debt", balances.debt().amount())
                .put("lines", wallet.sequence());
        var sums = json.putObject("moved");
        moved.forEach((kind, amount) -> sums.put(kind.label(), amount));
        json.set("grants", Json.array(grants, ExplainedCustomer::json));
        json.set("holds", Json.array(holds, hold -> Json.object()
                .put("transferId", hold.id().toString())
                .put("credits", hold.amount().amount())
                .put("about", hold.about().toString())));
        return json;
    }

    private static JsonNode json(GrantBalance balance) {
        var until = balance.expiresAt();
        return Json.object()
                .put("transferId", balance.id().toString())
                .put("source", balance.grant().source().label())
                .put("credits", balance.grant().credits().amount())
                .put("left", credits(balance.left()))
                .put("priority", balance.grant().priority())
                .put("expiresAt", until == null ? null : until.toString());
    }

    private static long credits(Credits credits) {
        return credits.amount();
    }
}
