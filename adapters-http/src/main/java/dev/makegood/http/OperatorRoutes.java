package dev.makegood.http;

import dev.makegood.Reports;
import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.http.PaymentViews.OperatorsPayment;
import dev.makegood.http.Views.EventView;
import dev.makegood.http.Views.OperatorsProject;
import dev.makegood.http.Views.Settled;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.project.Answer;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operators read across customers, and how they end or revive a project. */
final class OperatorRoutes {

    private static final String HOUSE = "house";

    private final Projects projects;
    private final Reports reports;
    private final Visitors visitors;
    private final Repeating repeating;

    OperatorRoutes(House house, Visitors visitors, Repeating repeating) {
        this.projects = house.makegood().projects();
        this.reports = house.storage().reports();
        this.visitors = visitors;
        this.repeating = repeating;
    }

    List<Route> all() {
        return List.of(
                Route.get("/api/ops/projects", this::everybodysProjects, Role.OPERATOR),
                Route.get("/api/ops/payments", this::everybodysPayments, Role.OPERATOR),
                Route.get("/api/ops/events", this::events, Role.OPERATOR),
                Route.post("/api/ops/projects/{id}/fail", this::fail, Role.OPERATOR)
                        .thatMovesCredits(),
                Route.post("/api/ops/projects/{id}/retry", this::retry, Role.OPERATOR)
                        .thatMovesCredits());
    }

    private Reply everybodysProjects(Call call) {
        var query = call.query("status", "limit", "cursor");
        int limit = query.limit();
        var found = reports.projects(query.statuses(), Cursors.place(query.one("cursor")), limit);
        var names = new HashMap<CustomerId, String>();
        return Reply.ok(Pages.of("projects", found, limit, project -> OperatorsProject.of(project,
                names.computeIfAbsent(project.brief().customer(), visitors::nameOf)),
                Cursors::of));
    }

    private Reply everybodysPayments(Call call) {
        var query = call.query("status", "gateway", "limit", "cursor");
        int limit = query.limit();
        var all = PaymentFilter.ALL.in(query.paymentStatuses());
        var gateway = query.one("gateway");
        var found = reports.payments(gateway == null ? all : all.through(gateway),
                Cursors.paymentPlace(query.one("cursor")), limit);
        var names = new HashMap<CustomerId, String>();
        return Reply.ok(Pages.of("payments", found, limit, payment -> OperatorsPayment.of(payment,
                names.computeIfAbsent(payment.bill().customer(), visitors::nameOf)),
                Cursors::of));
    }

    private Reply events(Call call) {
        var query = call.query("customer", "limit", "cursor");
        int limit = query.limit();
        @Nullable
        Long after = Cursors.sequence(query.one("cursor"));
        var customer = customer(query.one("customer"));
        var events = reports.events(customer, after == null ? 0 : after, limit);
        return Reply.ok(Pages.of("events", events, limit, EventView::of,
                event -> Cursors.of(event.sequence())));
    }

    /** Nobody named, or the house: what belongs to no customer, such as keys. */
    private CustomerId customer(@Nullable String named) {
        if (named == null || named.equals(HOUSE)) {
            return CustomerId.HOUSE;
        }
        return visitors.known(Identity.parse(named)
                .orElseThrow(() -> new Refused(
                        Problems.invalid("customer", "must be as app/user-42, or house"))));
    }

    private Reply fail(Call call) {
        var project = project(call);
        var cause = call.caller().because(Role.OPERATOR, ReasonWish.of(call.fields()).reason());
        return repeating.once(call, CustomerId.HOUSE,
                request -> switch (projects.fail(project, cause)) {
                    case Answer.Changed c -> Reply.ok(Settled.of(c.project(), true));
                    case Answer.Unchanged u -> Reply.ok(Settled.of(u.project(), false));
                    case Answer.AlreadyFinal f -> Problems.alreadyFinal(f.project()).reply();
                    case Answer.NoSuchProject n -> Problems.notFound("project").reply();
                });
    }

    private Reply retry(Call call) {
        var project = project(call);
        var cause = call.caller().because(Role.OPERATOR, ReasonWish.of(call.fields()).reason());
        return repeating.once(call, CustomerId.HOUSE,
                request -> switch (projects.retry(project, cause)) {
                    case Answer.Changed c -> Reply.ok(Settled.of(c.project(), true));
                    case Answer.StillAtWork w -> Problems.stillAtWork(w.project(), w.why()).reply();
                    case Answer.AlreadyFinal f -> Problems.alreadyFinal(f.project()).reply();
                    case Answer.NoSuchProject n -> Problems.notFound("project").reply();
                });
    }

    private static ProjectId project(Call call) {
        var unused = call.query();
        return new ProjectId(call.id());
    }
}
