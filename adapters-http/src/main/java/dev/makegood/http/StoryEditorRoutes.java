package dev.makegood.http;

import dev.makegood.Customers;
import dev.makegood.Makegood;
import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.Views.Purse;
import dev.makegood.ledger.Credits;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.Quote;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Order;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Submission;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ordering a video of the story editor, and asking what it would cost. */
final class StoryEditorRoutes {

    private final Makegood makegood;
    private final Customers customers;
    private final Visitors visitors;
    private final Repeating repeating;
    private final Sending sending;

    StoryEditorRoutes(
            Makegood makegood, Visitors visitors, Repeating repeating, Sending sending) {
        this.makegood = makegood;
        this.customers = makegood.customers();
        this.visitors = visitors;
        this.repeating = repeating;
        this.sending = sending;
    }

    List<Route> all() {
        return List.of(
                Route.post("/api/story-editor/generate", this::generate, Role.APP)
                        .ofACustomer()
                        .thatMovesCredits(),
                Route.post("/api/story-editor/quote", this::quote, Role.APP).ofACustomer());
    }

    private record Generated(boolean success, UUID projectId, String status, long creditsUsed,
            Purse balance) {}

    private record Quoted(long credits, String operation, BigDecimal base,
            Map<String, BigDecimal> multipliers) {}

    private Reply quote(Call call) {
        var unused = call.query();
        return switch (makegood.projects().quote(GenerationWish.of(call.fields()).operation())) {
            case Quote q ->
                    Reply.ok(new Quoted(q.credits().amount(), q.operation().path(), q.base(),
                            q.factors()));
            case PriceList.UnknownOperation u -> notSold(u.unknown());
        };
    }

    private Reply generate(Call call) {
        var unused = call.query();
        var order = GenerationWish.of(call.fields()).order();
        return visitors.find(call)
                .map(customer -> ordered(call, customer, order))
                .orElseGet(() -> byStranger(call, order));
    }

    /** Whoever is refused stays a stranger. */
    private Reply byStranger(Call call, Order order) {
        return switch (makegood.projects().quote(order.operation())) {
            case PriceList.UnknownOperation u -> notSold(u.unknown());
            case Quote q -> switch (customers.admit(call.identity(), visitors.newId(),
                    q.credits())) {
                case Customers.Admitted a -> ordered(call, a.customer(), order);
                case Customers.TurnedAway t ->
                        Problems.shortOf(t.required(), t.welcome(), Credits.NONE).reply();
            };
        };
    }

    private Reply ordered(Call call, CustomerId customer, Order order) {
        return repeating.once(call, customer, id -> submitted(new ProjectId(id), customer, order));
    }

    private Reply submitted(ProjectId id, CustomerId customer, Order order) {
        return switch (makegood.projects().submit(id, customer, order)) {
            case Submission.Queued q -> found(sending.send(q.project()));
            case Submission.ShortOfCredits s ->
                    Problems.shortOf(s.required(), s.available(), s.held()).reply();
            case Submission.InDebt d -> Problems.inDebt(d.debt()).reply();
            case Submission.UnknownOperation u -> notSold(u.unknown());
        };
    }

    /** Answers by the state the project is in, once it was sent. */
    private Reply found(Project project) {
        return switch (project) {
            case Project.AwaitingPayment p -> Reply.of(202, generated(p));
            case Project.Pending p -> Reply.of(202, generated(p));
            case Project.Sent p -> Reply.of(202, generated(p));
            case Project.Processing p -> Reply.created(generated(p));
            case Project.Completed p -> Reply.created(generated(p));
            case Project.Failed p -> isRefusal(p.why())
                    ? Problems.providerRefused(p, p.why().message()).reply()
                    : Reply.created(generated(p));
        };
    }

    private static boolean isRefusal(Failure why) {
        return why.reason() == FailureReason.SUBMISSION_FAILED;
    }

    private Generated generated(Project project) {
        var balance = makegood.ledger().balance(project.brief().customer());
        return new Generated(!(project instanceof Project.Failed), project.id().value(),
                project.status().label(), project.creditsUsed().amount(), Purse.of(balance));
    }

    private static Reply notSold(String what) {
        return Problems.invalid("quality", "is not one we sell: " + what).reply();
    }
}
