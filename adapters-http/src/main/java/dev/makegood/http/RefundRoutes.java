package dev.makegood.http;

import dev.makegood.Refunds;
import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.http.PaymentViews.MoneyView;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import java.util.List;
import java.util.UUID;

/** How operators give back what was taken: credits of a project or a capture, money of a payment. */
final class RefundRoutes {

    private final Refunds refunds;
    private final Repeating repeating;

    RefundRoutes(House house, Repeating repeating) {
        this.refunds = house.makegood().refunds();
        this.repeating = repeating;
    }

    List<Route> all() {
        return List
                .of(Route.post("/api/refunds", this::refund, Role.OPERATOR).thatMovesCredits());
    }

    private record Refunded(UUID refundId, long creditsRefunded, boolean changed) {}

    private record MoneyRefunded(UUID refundId, MoneyView amountRefunded, String status,
            boolean changed) {}

    private Reply refund(Call call) {
        var unused = call.query();
        var wish = RefundWish.of(call.fields());
        var cause = call.caller().because(Role.OPERATOR, wish.reason());
        return repeating.once(call, CustomerId.HOUSE, id -> given(new TransferId(id), wish, cause));
    }

    private Reply given(TransferId id, RefundWish wish, Cause cause) {
        return switch (wish) {
            case RefundWish.OfProject of -> credits(id,
                    refunds.project(id, new ProjectId(of.project()), of.credits(), cause));
            case RefundWish.OfCapture of -> credits(id,
                    refunds.capture(id, new TransferId(of.capture()), of.credits(), cause));
            case RefundWish.OfPayment of -> money(id,
                    refunds.payment(id, new PaymentId(of.payment()), of.amount(), cause));
        };
    }

    private static Reply credits(TransferId id, Refunds.Refund refund) {
        return switch (refund) {
            case Refunds.Given g -> Reply.of(g.changed() ? 201 : 200,
                    new Refunded(id.value(), g.credits().amount(), g.changed()));
            case Refunds.NotCaptured n -> Problems.notCaptured().reply();
            case Refunds.ExceedsCapture e -> Problems.exceedsCapture(e.left()).reply();
            case Refunds.NotFound n -> Problems.notFound("project or capture").reply();
        };
    }

    private static Reply money(TransferId id, Refunds.MoneyBack back) {
        return switch (back) {
            case Refunds.GivenBack g -> Reply.of(g.changed() ? 201 : 200,
                    new MoneyRefunded(id.value(), MoneyView.of(g.money()), g.state().label(),
                            g.changed()));
            case Refunds.NotPaid n -> Problems.notPaid().reply();
            case Refunds.ExceedsPayment e -> Problems.exceedsPayment(e.left()).reply();
            case Refunds.NotFound n -> Problems.notFound("payment").reply();
        };
    }
}
