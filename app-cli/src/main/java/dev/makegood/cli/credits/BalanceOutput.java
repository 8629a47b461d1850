package dev.makegood.cli.credits;

import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.Table;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Balance;
import java.util.ArrayList;
import java.util.List;

/** A balance, for people and programs. */
final class BalanceOutput {

    private BalanceOutput() {}

    static CommandResult of(CustomerArgument customerArgument, CustomerId id, Balance balance) {
        var json = CliJson.object()
                .put("customer", customerArgument.toString())
                .put("customerId", id.toString())
                .put("available", balance.available().amount())
                .put("held", balance.held().amount())
                .put("debt", balance.debt().amount());
        json.set("expiring", CliJson.array(balance.expiring(), one -> CliJson.object()
                .put("credits", one.credits().amount())
                .put("expiresAt", one.expiresAt().toString())));
        return new CommandResult.CommandSuccess(json, lines(balance));
    }

    private static List<String> lines(Balance balance) {
        var table = Table.of("available", "held", "debt");
        table.addRow(balance.available(), balance.held(), balance.debt());
        var lines = new ArrayList<>(table.lines());
        balance.expiring()
                .forEach(
                        one -> lines.add(one.credits() + " of them expire at " + one.expiresAt()));
        return lines;
    }
}
