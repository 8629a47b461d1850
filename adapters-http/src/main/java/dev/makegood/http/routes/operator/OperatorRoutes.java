package dev.makegood.http.routes.operator;

import dev.makegood.Reports;
import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.event.Cause;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.Cursors;
import dev.makegood.http.response.ListPages;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.EventView;
import dev.makegood.http.response.view.PaymentViews.OperatorPaymentView;
import dev.makegood.http.response.view.ProjectViews.OperatorProjectView;
import dev.makegood.http.response.view.ProjectViews.ProjectChangeView;
import dev.makegood.http.routes.shared.IdempotentExecution;
import dev.makegood.http.routes.shared.RequestCustomers;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.project.ProjectAnswer;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operators read across customers, and how they fail or retry a project. */
public final class OperatorRoutes {

    private static final String SYSTEM_ACCOUNT = "system";

    private final Projects projects;
    private final Reports reports;
    private final RequestCustomers requestCustomers;
    private final IdempotentExecution idempotency;

    public OperatorRoutes(
            HttpDependencies dependencies, RequestCustomers requestCustomers,
            IdempotentExecution idempotency) {
        this.projects = dependencies.makegood().projects();
        this.reports = dependencies.storage().reports();
        this.requestCustomers = requestCustomers;
        this.idempotency = idempotency;
    }

    public List<Route> all() {
        return List.of(
                Route.get("/api/ops/projects", this::listProjects, Role.OPERATOR),
                Route.get("/api/ops/payments", this::listPayments, Role.OPERATOR),
                Route.get("/api/ops/events", this::listEvents, Role.OPERATOR),
                Route.post("/api/ops/projects/{id}/fail", this::fail, Role.OPERATOR)
                        .withIdempotencyKey(),
                Route.post("/api/ops/projects/{id}/retry", this::retry, Role.OPERATOR)
                        .withIdempotencyKey());
    }

    private ServerResponse listProjects(ServerRequest request) {
        var query = request.query("status", "limit", "cursor");
        int limit = query.limit();
        var found = reports.projects(query.projectStatuses(),
                Cursors.projectPlace(query.value("cursor")), limit);
        var names = new HashMap<CustomerId, String>();
        return ServerResponse.ok(ListPages.of(
                "projects", found, limit, project -> OperatorProjectView.of(project,
                        names.computeIfAbsent(project.details().customer(),
                                requestCustomers::nameOf)),
                Cursors::of));
    }

    private ServerResponse listPayments(ServerRequest request) {
        var query = request.query("status", "gateway", "limit", "cursor");
        int limit = query.limit();
        var all = PaymentFilter.ALL.withStatuses(query.paymentStatuses());
        var gateway = query.value("gateway");
        var found = reports.payments(gateway == null ? all : all.withGateway(gateway),
                Cursors.paymentPlace(query.value("cursor")), limit);
        var names = new HashMap<CustomerId, String>();
        return ServerResponse.ok(ListPages.of(
                "payments", found, limit, payment -> OperatorPaymentView.of(payment,
                        names.computeIfAbsent(payment.details().customer(),
                                requestCustomers::nameOf)),
                Cursors::of));
    }

    private ServerResponse listEvents(ServerRequest request) {
        var query = request.query("customer", "limit", "cursor");
        int limit = query.limit();
        @Nullable
        Long after = Cursors.sequence(query.value("cursor"));
        var customer = customer(query.value("customer"));
        var events = reports.events(customer, after == null ? 0 : after, limit);
        return ServerResponse.ok(ListPages.of("events", events, limit, EventView::of,
                event -> Cursors.of(event.sequence())));
    }

    /** By default the system account: events of no customer, such as those of keys. */
    private CustomerId customer(@Nullable String identity) {
        if (identity == null || identity.equals(SYSTEM_ACCOUNT)) {
            return CustomerId.SYSTEM_ACCOUNT;
        }
        return requestCustomers.require(Identity.parse(identity)
                .orElseThrow(() -> new ProblemException(
                        Problems.invalidRequest("customer",
                                "must look like app/user-42, or be " + SYSTEM_ACCOUNT))));
    }

    private ServerResponse fail(ServerRequest request) {
        var project = projectId(request);
        var cause = cause(request);
        return idempotency.respondOnce(request, CustomerId.SYSTEM_ACCOUNT,
                newId -> switch (projects.fail(project, cause)) {
                    case ProjectAnswer.ProjectChanged c ->
                            ServerResponse.ok(ProjectChangeView.of(c.project(), true));
                    case ProjectAnswer.ProjectUnchanged u ->
                            ServerResponse.ok(ProjectChangeView.of(u.project(), false));
                    case ProjectAnswer.AlreadyFinal f ->
                            Problems.alreadyFinal(f.project()).response();
                    case ProjectAnswer.NoSuchProject n -> Problems.notFound("project").response();
                });
    }

    private ServerResponse retry(ServerRequest request) {
        var project = projectId(request);
        var cause = cause(request);
        return idempotency.respondOnce(request, CustomerId.SYSTEM_ACCOUNT,
                newId -> switch (projects.retry(project, cause)) {
                    case ProjectAnswer.ProjectChanged c ->
                            ServerResponse.ok(ProjectChangeView.of(c.project(), true));
                    case ProjectAnswer.CannotRetry w ->
                            Problems.projectInUse(w.project(), w.why()).response();
                    case ProjectAnswer.AlreadyFinal f ->
                            Problems.alreadyFinal(f.project()).response();
                    case ProjectAnswer.NoSuchProject n -> Problems.notFound("project").response();
                });
    }

    private static Cause cause(ServerRequest request) {
        var fields = request.fields();
        var reason = fields.reason();
        fields.throwIfInvalid();
        return request.caller().cause(Role.OPERATOR, reason);
    }

    private static ProjectId projectId(ServerRequest request) {
        var unused = request.query();
        return new ProjectId(request.pathId());
    }
}
