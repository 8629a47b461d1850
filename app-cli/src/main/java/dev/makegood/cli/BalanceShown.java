package dev.makegood.cli;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Balance;
import java.util.ArrayList;
import java.util.List;

/** A balance, for people and programs. */
final class BalanceShown {

    private BalanceShown() {}

    static Reply of(Who who, CustomerId id, Balance balance) {
        var json = Json.object()
                .put("customer", who.toString())
                .put("customerId", id.toString())
                .put("available", balance.available().amount())
                .put("held", balance.held().amount())
                .put("debt", balance.debt().amount());
        json.set("expiring", Json.array(balance.expiring(), one -> Json.object()
                .put("credits", one.credits().amount())
                .put("expiresAt", one.expiresAt().toString())));
        return new Reply.Done(json, lines(balance));
    }

    private static List<String> lines(Balance balance) {
        var table = Table.of("available", "held", "debt");
        table.row(balance.available(), balance.held(), balance.debt());
        var lines = new ArrayList<>(table.lines());
        balance.expiring()
                .forEach(
                        one -> lines.add(one.credits() + " of them expire at " + one.expiresAt()));
        return lines;
    }
}
