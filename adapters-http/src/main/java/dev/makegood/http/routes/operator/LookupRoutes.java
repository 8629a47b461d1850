package dev.makegood.http.routes.operator;

import dev.makegood.Search;
import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.CustomerView;
import dev.makegood.http.response.view.FoundView;
import dev.makegood.http.routes.shared.RequestCustomers;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.ledger.Ledger;
import dev.makegood.project.ProjectHistory;
import java.util.List;

/** What operators look up: one customer, or anything by what they have in hand. */
public final class LookupRoutes {

    private final Search search;
    private final Ledger ledger;
    private final ProjectHistory projectHistory;
    private final RequestCustomers requestCustomers;

    public LookupRoutes(HttpDependencies dependencies, RequestCustomers requestCustomers) {
        this.search = dependencies.makegood().search();
        this.ledger = dependencies.makegood().ledger();
        this.projectHistory = dependencies.storage().projectHistory();
        this.requestCustomers = requestCustomers;
    }

    public List<Route> all() {
        return List.of(
                Route.get("/api/ops/search", this::find, Role.OPERATOR),
                Route.get("/api/ops/customers/{id}", this::readCustomer, Role.OPERATOR));
    }

    private record FoundListView(List<FoundView> found) {}

    private ServerResponse find(ServerRequest request) {
        var text = request.query("q").required("q").strip();
        if (text.isEmpty() || text.length() > Search.CHARACTERS_MAX) {
            throw new ProblemException(Problems.invalidRequest("q",
                    "must have 1 to " + Search.CHARACTERS_MAX + " characters"));
        }
        return ServerResponse.ok(new FoundListView(search.find(text)
                .stream()
                .map(found -> FoundView.of(found, requestCustomers::nameOf))
                .toList()));
    }

    private ServerResponse readCustomer(ServerRequest request) {
        var unused = request.query();
        var customer = requestCustomers.requireId(new CustomerId(request.pathId()));
        return ServerResponse.ok(CustomerView.of(customer, requestCustomers.find(customer),
                ledger.balance(customer), projectHistory.statistics(customer)));
    }
}
