package dev.makegood.http.routes.storyeditor;

import dev.makegood.Customers;
import dev.makegood.Makegood;
import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.request.body.StoryEditorRequest;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.LedgerViews.BalanceSummary;
import dev.makegood.http.routes.shared.IdempotentExecution;
import dev.makegood.http.routes.shared.ProjectSubmitter;
import dev.makegood.http.routes.shared.RequestCustomers;
import dev.makegood.http.server.Route;
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

/** Orders and quotes of story editor videos. */
public final class StoryEditorRoutes {

    private final Makegood makegood;
    private final Customers customers;
    private final RequestCustomers requestCustomers;
    private final IdempotentExecution idempotency;
    private final ProjectSubmitter submitter;

    public StoryEditorRoutes(
            Makegood makegood, RequestCustomers requestCustomers, IdempotentExecution idempotency,
            ProjectSubmitter submitter) {
        this.makegood = makegood;
        this.customers = makegood.customers();
        this.requestCustomers = requestCustomers;
        this.idempotency = idempotency;
        this.submitter = submitter;
    }

    public List<Route> all() {
        return List.of(
                Route.post("/api/story-editor/generate", this::generate, Role.APP)
                        .forCustomer()
                        .withIdempotencyKey(),
                Route.post("/api/story-editor/quote", this::quote, Role.APP).forCustomer());
    }

    private record GeneratedProjectView(
            boolean success, UUID projectId, String status, long creditsUsed,
            BalanceSummary balance) {}

    private record QuoteView(long credits, String operation, BigDecimal base,
            Map<String, BigDecimal> multipliers) {}

    private ServerResponse quote(ServerRequest request) {
        var unused = request.query();
        return switch (makegood.projects()
                .quote(StoryEditorRequest.of(request.fields()).operation())) {
            case Quote q ->
                    ServerResponse.ok(
                            new QuoteView(q.credits().amount(), q.operation().path(), q.basePrice(),
                                    q.multipliers()));
            case PriceList.UnknownOperation u -> unknownOperation(u.unknown());
        };
    }

    private ServerResponse generate(ServerRequest request) {
        var unused = request.query();
        var order = StoryEditorRequest.of(request.fields()).order();
        return requestCustomers.find(request)
                .map(customer -> generateOnce(request, customer, order))
                .orElseGet(() -> generateForNewCustomer(request, order));
    }

    /** Creates the customer only if his order is not refused. */
    private ServerResponse generateForNewCustomer(ServerRequest request, Order order) {
        return switch (makegood.projects().quote(order.operation())) {
            case PriceList.UnknownOperation u -> unknownOperation(u.unknown());
            case Quote q ->
                    switch (customers.admit(request.customerIdentity(), requestCustomers.newId(),
                            q.credits())) {
                        case Customers.Admitted a -> generateOnce(request, a.customer(), order);
                        case Customers.NotAdmitted t ->
                                Problems.insufficientCredits(t.required(), t.signupGrant(),
                                        Credits.NONE).response();
                    };
        };
    }

    private ServerResponse generateOnce(ServerRequest request, CustomerId customer, Order order) {
        return idempotency.respondOnce(request, customer,
                id -> submit(new ProjectId(id), customer, order));
    }

    private ServerResponse submit(ProjectId id, CustomerId customer, Order order) {
        return switch (makegood.projects().submit(id, customer, order)) {
            case Submission.Queued q -> responseFor(submitter.submit(q.project()));
            case Submission.ShortOfCredits s ->
                    Problems.insufficientCredits(s.required(), s.available(), s.held()).response();
            case Submission.InDebt d -> Problems.debtOutstanding(d.debt()).response();
            case Submission.UnknownOperation u -> unknownOperation(u.unknown());
        };
    }

    /** Answers by the state of the project after its submission. */
    private ServerResponse responseFor(Project project) {
        return switch (project) {
            case Project.AwaitingPayment p -> ServerResponse.of(202, view(p));
            case Project.Pending p -> ServerResponse.of(202, view(p));
            case Project.Sent p -> ServerResponse.of(202, view(p));
            case Project.Processing p -> ServerResponse.created(view(p));
            case Project.Completed p -> ServerResponse.created(view(p));
            case Project.Failed p -> isRefusedByPipeline(p.failure())
                    ? Problems.providerRefused(p, p.failure().message()).response()
                    : ServerResponse.created(view(p));
        };
    }

    private static boolean isRefusedByPipeline(Failure why) {
        return why.reason() == FailureReason.SUBMISSION_FAILED;
    }

    private GeneratedProjectView view(Project project) {
        var balance = makegood.ledger().balance(project.details().customer());
        return new GeneratedProjectView(!(project instanceof Project.Failed), project.id().value(),
                project.status().label(), project.creditsUsed().amount(),
                BalanceSummary.of(balance));
    }

    private static ServerResponse unknownOperation(String operation) {
        return Problems.invalidRequest("quality", "is not for sale: " + operation).response();
    }
}
