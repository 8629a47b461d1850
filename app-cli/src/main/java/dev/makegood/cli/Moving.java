package dev.makegood.cli;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.Posting.AlreadyPosted;
import dev.makegood.ledger.Posting.Overdrawn;
import dev.makegood.ledger.Posting.Posted;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.TransferId;
import dev.makegood.server.Installation;

/** Gives or takes a customer's credits by hand, or only says so. */
record Moving(Ledger ledger, Who who, CustomerId customer, Wish wish) {

    static Moving of(Installation house, Who who, CustomerId customer, Wish wish) {
        return new Moving(house.makegood().ledger(), who, customer, wish);
    }

    Reply grant(Grant grant, Cause cause) {
        var id = wish.id(customer.value(), "grant", grant.source(), grant.credits(),
                grant.priority(), String.valueOf(grant.expiresAt()));
        return wish.isDry() ? planned(grant.credits().amount()) : granted(id, grant, cause);
    }

    Reply adjust(long difference, Cause cause) {
        var id = wish.id(customer.value(), "adjust", difference);
        if (wish.isDry()) {
            return planned(difference);
        }
        return difference > 0
                ? granted(id, Grant.of(Source.ADJUSTMENT, new Credits(difference)), cause)
                : lowered(id, new Credits(-difference), cause);
    }

    private Reply granted(TransferId id, Grant grant, Cause cause) {
        return switch (ledger.grant(id, customer, grant, cause)) {
            case Posted p -> moved(id, grant.credits().amount(), true);
            case AlreadyPosted p -> moved(id, grant.credits().amount(), false);
        };
    }

    private Reply lowered(TransferId id, Credits credits, Cause cause) {
        return switch (ledger.lower(id, customer, credits, cause)) {
            case Posted p -> moved(id, -credits.amount(), true);
            case AlreadyPosted p -> moved(id, -credits.amount(), false);
            case Overdrawn o -> Reply.refused("adjustment_exceeds_available",
                    who + " has " + o.available() + " to spend, which is less than " + credits);
        };
    }

    private Reply moved(TransferId id, long credits, boolean changed) {
        var available = ledger.available(customer);
        var json = Json.object()
                .put("transferId", id.toString())
                .put("customer", who.toString())
                .put("credits", credits)
                .put("changed", changed)
                .put("available", available.amount());
        var words = changed ? words(credits) : "already done: " + words(credits);
        return Reply.done(json, words + "; " + available + " to spend now (" + id + ")");
    }

    private Reply planned(long credits) {
        var available = ledger.available(customer);
        var json = Json.object()
                .put("customer", who.toString())
                .put("credits", credits)
                .put("changed", false)
                .put("dryRun", true)
                .put("available", available.amount());
        return Reply.done(json, "would do: " + words(credits) + "; " + available + " to spend now");
    }

    private String words(long credits) {
        return credits > 0 ? "gave " + credits + " credits to " + who
                : "took " + -credits + " credits from " + who;
    }
}
