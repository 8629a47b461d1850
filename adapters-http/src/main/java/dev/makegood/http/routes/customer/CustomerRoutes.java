package dev.makegood.http.routes.customer;

import dev.makegood.PaymentHistory;
import dev.makegood.access.Role;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.Cursors;
import dev.makegood.http.response.ListPages;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.LedgerViews.BalanceView;
import dev.makegood.http.response.view.LedgerViews.StatementLineView;
import dev.makegood.http.response.view.PaymentViews.PaymentHistoryEntryView;
import dev.makegood.http.response.view.ProjectViews.ProjectStatisticsView;
import dev.makegood.http.response.view.ProjectViews.ProjectView;
import dev.makegood.http.routes.shared.RequestCustomers;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.Statements;
import dev.makegood.project.ProjectHistory;
import java.util.List;

/** What a customer reads: his balance, statement, projects and payments. */
public final class CustomerRoutes {

    private final RequestCustomers requestCustomers;
    private final Ledger ledger;
    private final Statements statements;
    private final ProjectHistory projectHistory;
    private final PaymentHistory paymentHistory;

    public CustomerRoutes(HttpDependencies dependencies, RequestCustomers requestCustomers) {
        this.requestCustomers = requestCustomers;
        this.ledger = dependencies.makegood().ledger();
        this.statements = dependencies.storage().statements();
        this.projectHistory = dependencies.storage().projectHistory();
        this.paymentHistory = dependencies.storage().paymentHistory();
    }

    public List<Route> all() {
        return List.of(customerRoute("balance", this::balance),
                customerRoute("transactions", this::transactions),
                customerRoute("projects", this::projects),
                customerRoute("payments", this::payments));
    }

    private static Route customerRoute(String collection, Route.RouteHandler handler) {
        return Route.get("/api/user/" + collection, handler, Role.APP, Role.OPERATOR).forCustomer();
    }

    private ServerResponse balance(ServerRequest request) {
        var unused = request.query();
        return ServerResponse
                .ok(BalanceView.of(ledger.balance(requestCustomers.findOrCreate(request))));
    }

    private ServerResponse transactions(ServerRequest request) {
        var query = request.query("limit", "cursor");
        int limit = query.limit();
        var before = Cursors.sequence(query.value("cursor"));
        var lines = statements.lines(requestCustomers.findOrCreate(request), before, limit);
        return ServerResponse.ok(ListPages.of("transactions", lines, limit, StatementLineView::of,
                line -> Cursors.of(line.transfer().sequence())));
    }

    private ServerResponse projects(ServerRequest request) {
        var query = request.query("status", "includeStats", "limit", "cursor");
        boolean withStatistics = query.flag("includeStats");
        int limit = query.limit();
        var statuses = query.projectStatuses();
        var after = Cursors.projectPlace(query.value("cursor"));
        var customer = requestCustomers.findOrCreate(request);
        var projects = projectHistory.page(customer, statuses, after, limit);
        var page = ListPages.of("projects", projects, limit, ProjectView::of, Cursors::of);
        return ServerResponse.ok(withStatistics
                ? ListPages.withMember(page, "stats",
                        ProjectStatisticsView.of(projectHistory.statistics(customer)))
                : page);
    }

    private ServerResponse payments(ServerRequest request) {
        var query = request.query("type", "limit", "cursor");
        int limit = query.limit();
        var types = query.paymentTypes();
        var after = Cursors.historyPlace(query.value("cursor"));
        var customer = requestCustomers.findOrCreate(request);
        var entries = paymentHistory.page(customer, types, after, limit);
        return ServerResponse.ok(
                ListPages.of("payments", entries, limit, PaymentHistoryEntryView::of, Cursors::of));
    }
}
