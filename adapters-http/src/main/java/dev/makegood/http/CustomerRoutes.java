package dev.makegood.http;

import dev.makegood.PaymentHistory;
import dev.makegood.access.Role;
import dev.makegood.http.PaymentViews.EntryView;
import dev.makegood.http.Views.BalanceView;
import dev.makegood.http.Views.Figures;
import dev.makegood.http.Views.LineView;
import dev.makegood.http.Views.ProjectView;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.Statements;
import dev.makegood.project.Histories;
import java.util.List;

/** What a customer reads of himself: balance, statement, history. */
final class CustomerRoutes {

    private final Visitors visitors;
    private final Ledger ledger;
    private final Statements statements;
    private final Histories histories;
    private final PaymentHistory payments;

    CustomerRoutes(House house, Visitors visitors) {
        this.visitors = visitors;
        this.ledger = house.makegood().ledger();
        this.statements = house.storage().statements();
        this.histories = house.storage().histories();
        this.payments = house.storage().paymentHistory();
    }

    List<Route> all() {
        return List.of(own("balance", this::balance),
                own("transactions", this::transactions),
                own("projects", this::history),
                own("payments", this::payments));
    }

    private static Route own(String what, Route.Action action) {
        return Route.get("/api/user/" + what, action, Role.APP, Role.OPERATOR).ofACustomer();
    }

    private Reply balance(Call call) {
        var unused = call.query();
        return Reply.ok(BalanceView.of(ledger.balance(visitors.welcome(call))));
    }

    private Reply transactions(Call call) {
        var query = call.query("limit", "cursor");
        int limit = query.limit();
        var before = Cursors.sequence(query.one("cursor"));
        var lines = statements.lines(visitors.welcome(call), before, limit);
        return Reply.ok(Pages.of("transactions", lines, limit, LineView::of,
                line -> Cursors.of(line.transfer().sequence())));
    }

    private Reply history(Call call) {
        var query = call.query("status", "includeStats", "limit", "cursor");
        boolean withFigures = query.flag("includeStats");
        int limit = query.limit();
        var statuses = query.statuses();
        var after = Cursors.place(query.one("cursor"));
        var customer = visitors.welcome(call);
        var projects = histories.page(customer, statuses, after, limit);
        var page = Pages.of("projects", projects, limit, ProjectView::of, Cursors::of);
        return Reply.ok(withFigures
                ? Pages.with(page, "stats", Figures.of(histories.statistics(customer)))
                : page);
    }

    private Reply payments(Call call) {
        var query = call.query("type", "limit", "cursor");
        int limit = query.limit();
        var types = query.paymentTypes();
        var after = Cursors.historyPlace(query.one("cursor"));
        var entries = payments.page(visitors.welcome(call), types, after, limit);
        return Reply.ok(Pages.of("payments", entries, limit, EntryView::of, Cursors::of));
    }
}
