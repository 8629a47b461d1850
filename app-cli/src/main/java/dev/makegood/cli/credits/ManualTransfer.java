package dev.makegood.cli.credits;

import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.cli.command.TransferOptions;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.Posting.AlreadyPosted;
import dev.makegood.ledger.Posting.ExceedsWallet;
import dev.makegood.ledger.Posting.Overdrawn;
import dev.makegood.ledger.Posting.Posted;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import dev.makegood.server.Installation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Grants or adjusts a customer's credits by hand, or says what it would do. */
record ManualTransfer(Ledger ledger, CustomerArgument customerArgument, CustomerId customer,
        TransferOptions options) {

    private static final String GRANT_ID = "grantId";
    private static final String ADJUSTMENT_ID = "adjustmentId";

    static ManualTransfer of(
            Installation installation, CustomerArgument customerArgument, CustomerId customer,
            TransferOptions options) {
        return new ManualTransfer(installation.makegood().ledger(), customerArgument, customer,
                options);
    }

    CommandResult grant(Grant grant, Cause cause) {
        var id = options.transferId(customer.value(), "grant", grant.source().label(),
                grant.credits().amount(), grant.priority(), String.valueOf(grant.expiresAt()));
        long credits = grant.credits().amount();
        return options.isDryRun() ? planResult(credits, grantText("would grant", credits))
                : postGrant(GRANT_ID, id, grant, cause, grantText("granted", credits));
    }

    static CommandResult planForNew(CustomerArgument customerArgument, Grant grant) {
        var json = CliJson.object()
                .put("customer", customerArgument.toString())
                .put("credits", grant.credits().amount())
                .put("changed", false)
                .put("dryRun", true)
                .put("new", true);
        return CommandResult.success(json, "would create " + customerArgument + " and grant "
                + grant.credits() + " credits");
    }

    CommandResult adjust(long difference, Cause cause) {
        var id = options.transferId(customer.value(), "adjust", difference);
        if (options.isDryRun()) {
            return planResult(difference, adjustText("would adjust", difference));
        }
        return difference > 0
                ? postGrant(ADJUSTMENT_ID, id,
                        Grant.of(GrantSource.ADJUSTMENT, new Credits(difference)), cause,
                        adjustText("adjusted", difference))
                : postAdjustment(id, new Credits(-difference), cause);
    }

    private CommandResult postGrant(
            String idField, TransferId id, Grant grant, Cause cause, String text) {
        return switch (ledger.grant(id, customer, grant, cause)) {
            case Posted p -> done(idField, id, grant.credits().amount(), text);
            case AlreadyPosted p ->
                    alreadyDone(idField, p.transfer(), grant.credits().amount(), text);
            case ExceedsWallet e -> CommandResult.refusal("credits_exceed_wallet",
                    customerArgument + " has room for " + e.room() + " more credits, less than "
                            + e.credits() + "; a wallet has at most " + Wallet.CREDITS_MAX);
        };
    }

    private CommandResult postAdjustment(TransferId id, Credits credits, Cause cause) {
        var text = adjustText("adjusted", -credits.amount());
        return switch (ledger.adjustDown(id, customer, credits, cause)) {
            case Posted p -> done(ADJUSTMENT_ID, id, -credits.amount(), text);
            case AlreadyPosted p ->
                    alreadyDone(ADJUSTMENT_ID, p.transfer(), -credits.amount(), text);
            case Overdrawn o -> CommandResult.refusal("adjustment_exceeds_available",
                    customerArgument + " has " + o.available() + " credits available, less than "
                            + credits);
        };
    }

    private CommandResult done(String idField, TransferId id, long credits, String text) {
        return CommandResult.success(json(idField, id, credits, true), text + nowAvailable(id));
    }

    private CommandResult alreadyDone(
            String idField, Transfer transfer, long credits, String text) {
        var at = transfer.at();
        return CommandResult.success(
                json(idField, transfer.id(), credits, false).put("doneAt", at.toString()),
                "already done at " + at + ": " + text + nowAvailable(transfer.id()),
                "to do the same once more on purpose, add --again and any word");
    }

    private String nowAvailable(TransferId id) {
        return "; " + ledger.available(customer) + " available now (" + id + ")";
    }

    private ObjectNode json(String idField, TransferId id, long credits, boolean changed) {
        return CliJson.object()
                .put(idField, id.toString())
                .put("customer", customerArgument.toString())
                .put("credits", credits)
                .put("changed", changed)
                .set("balance", balance());
    }

    private JsonNode balance() {
        var balance = ledger.balance(customer);
        return CliJson.object()
                .put("available", balance.available().amount())
                .put("held", balance.held().amount());
    }

    private CommandResult planResult(long credits, String text) {
        var available = ledger.available(customer);
        var json = CliJson.object()
                .put("customer", customerArgument.toString())
                .put("credits", credits)
                .put("changed", false)
                .put("dryRun", true)
                .set("balance", balance());
        return CommandResult.success(json, text + "; " + available + " available now");
    }

    private String grantText(String verb, long credits) {
        return verb + " " + credits + " credits to " + customerArgument;
    }

    private String adjustText(String verb, long difference) {
        return "%s %s by %+d credits".formatted(verb, customerArgument, difference);
    }
}
