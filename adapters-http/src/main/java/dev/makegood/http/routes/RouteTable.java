package dev.makegood.http.routes;

import dev.makegood.http.limits.RateLimits;
import dev.makegood.http.routes.customer.CustomerRoutes;
import dev.makegood.http.routes.customer.ProjectRoutes;
import dev.makegood.http.routes.generation.CalculationRoutes;
import dev.makegood.http.routes.generation.GenerationRoutes;
import dev.makegood.http.routes.generation.PayPageRoutes;
import dev.makegood.http.routes.operator.AccountingRoutes;
import dev.makegood.http.routes.operator.CreditRoutes;
import dev.makegood.http.routes.operator.GrantBatchRoutes;
import dev.makegood.http.routes.operator.LookupRoutes;
import dev.makegood.http.routes.operator.OperatorListRoutes;
import dev.makegood.http.routes.operator.ProjectDecisionRoutes;
import dev.makegood.http.routes.operator.QuarantineRoutes;
import dev.makegood.http.routes.operator.RefundRoutes;
import dev.makegood.http.routes.payment.NoticeRoutes;
import dev.makegood.http.routes.payment.PaymentRoutes;
import dev.makegood.http.routes.shared.IdempotentExecution;
import dev.makegood.http.routes.shared.ProjectLookup;
import dev.makegood.http.routes.shared.ProjectSubmitter;
import dev.makegood.http.routes.shared.RequestCustomers;
import dev.makegood.http.routes.storyeditor.ReportRoutes;
import dev.makegood.http.routes.storyeditor.StoryEditorRoutes;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import java.util.List;
import java.util.stream.Stream;

/** The table of all routes, for routing and for the tests of who may call what. */
public final class RouteTable {

    private RouteTable() {}

    public static List<Route> of(
            HttpDependencies dependencies, ProjectSubmitter submitter, RateLimits rateLimits) {
        var makegood = dependencies.makegood();
        var requestCustomers = new RequestCustomers(makegood.customers(), dependencies.ids());
        var idempotency = new IdempotentExecution(makegood.idempotencyKeys(), dependencies.ids());
        var projectLookup = new ProjectLookup(makegood.projects(), requestCustomers);
        return Stream.of(
                new StoryEditorRoutes(makegood, requestCustomers, idempotency, submitter).all(),
                new ReportRoutes(makegood.projects(), projectLookup, idempotency,
                        dependencies.clock()).all(),
                new CustomerRoutes(dependencies, requestCustomers).all(),
                new ProjectRoutes(makegood.projects(), projectLookup, idempotency).all(),
                new CreditRoutes(dependencies, requestCustomers, idempotency).all(),
                new GrantBatchRoutes(dependencies).all(),
                new RefundRoutes(dependencies, idempotency).all(),
                new QuarantineRoutes(dependencies, idempotency).all(),
                new GenerationRoutes(dependencies, requestCustomers, idempotency).all(),
                new CalculationRoutes(dependencies).all(),
                new PaymentRoutes(dependencies, requestCustomers, idempotency).all(),
                new PayPageRoutes(dependencies).all(),
                new NoticeRoutes(dependencies, rateLimits).all(),
                new OperatorListRoutes(dependencies, requestCustomers).all(),
                new AccountingRoutes(dependencies, requestCustomers).all(),
                new LookupRoutes(dependencies, requestCustomers).all(),
                new ProjectDecisionRoutes(dependencies, idempotency).all(),
                new HealthRoutes(dependencies).all())
                .flatMap(List::stream)
                .toList();
    }
}
