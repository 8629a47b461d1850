package dev.makegood.http;

import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.http.Views.Purse;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.TransferId;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** How operators move credits: grants and adjustments, each with its reason. */
final class CreditRoutes {

    private final Ledger ledger;
    private final Visitors visitors;
    private final Repeating repeating;
    private final InstantSource clock;

    CreditRoutes(House house, Visitors visitors, Repeating repeating) {
        this.ledger = house.makegood().ledger();
        this.visitors = visitors;
        this.repeating = repeating;
        this.clock = house.clock();
    }

    List<Route> all() {
        return List.of(
                Route.post("/api/grants", this::grant, Role.OPERATOR).thatMovesCredits(),
                Route.post("/api/adjustments", this::adjust, Role.OPERATOR).thatMovesCredits());
    }

    private record Granted(UUID grantId, long credits, Purse balance) {}

    private record Adjusted(UUID adjustmentId, long credits, Purse balance) {}

    private Reply grant(Call call) {
        var unused = call.query();
        var wish = GrantWish.of(call.fields(), clock.instant());
        var customer = visitors.known(wish.customer());
        var cause = because(call, wish.reason());
        return repeating.once(call, CustomerId.HOUSE, id -> switch (ledger
                .grant(new TransferId(id), customer, wish.grant(), cause)) {
            case Posting.Posted p -> granted(id, customer, wish.grant());
            case Posting.AlreadyPosted p -> granted(id, customer, wish.grant());
        });
    }

    private Reply granted(UUID id, CustomerId customer, Grant grant) {
        return Reply.created(new Granted(id, grant.credits().amount(), purse(customer)));
    }

    private Reply adjust(Call call) {
        var unused = call.query();
        var wish = AdjustmentWish.of(call.fields());
        var customer = visitors.known(wish.customer());
        var cause = because(call, wish.reason());
        return repeating.once(call, CustomerId.HOUSE, id -> wish.credits() > 0
                ? raised(new TransferId(id), customer, wish.credits(), cause)
                : lowered(new TransferId(id), customer, wish.credits(), cause));
    }

    private Reply raised(TransferId id, CustomerId customer, long credits, Cause cause) {
        var grant = Grant.of(Source.ADJUSTMENT, new Credits(credits));
        return switch (ledger.grant(id, customer, grant, cause)) {
            case Posting.Posted p -> adjusted(id, customer, credits);
            case Posting.AlreadyPosted p -> adjusted(id, customer, credits);
        };
    }

    private Reply lowered(TransferId id, CustomerId customer, long credits, Cause cause) {
        return switch (ledger.lower(id, customer, new Credits(-credits), cause)) {
            case Posting.Posted p -> adjusted(id, customer, credits);
            case Posting.AlreadyPosted p -> adjusted(id, customer, credits);
            case Posting.Overdrawn o ->
                    Problems.exceedsAvailable(o.available(), o.held()).reply();
        };
    }

    private Reply adjusted(TransferId id, CustomerId customer, long credits) {
        return Reply.created(new Adjusted(id.value(), credits, purse(customer)));
    }

    private static Cause because(Call call, String reason) {
        return call.caller().because(Role.OPERATOR, reason);
    }

    private Purse purse(CustomerId customer) {
        return Purse.of(ledger.balance(customer));
    }
}
