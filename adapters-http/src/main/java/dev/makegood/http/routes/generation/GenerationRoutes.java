package dev.makegood.http.routes.generation;

import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.generation.GenerationAnswer;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.request.body.HostnameRequest;
import dev.makegood.http.response.Problem;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.Generation;
import dev.makegood.http.response.view.GenerationViews.CalculationView;
import dev.makegood.http.response.view.GenerationViews.GenerationView;
import dev.makegood.http.response.view.GenerationViews.PaymentRequiredView;
import dev.makegood.http.routes.shared.IdempotentExecution;
import dev.makegood.http.routes.shared.RequestCustomers;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.pricing.Calculations;
import dev.makegood.project.ProjectId;
import java.util.List;

/** Generations for hostnames: requested and read by customers. */
public final class GenerationRoutes {

    private final GenerationRequests generations;
    private final Calculations calculations;
    private final RequestCustomers requestCustomers;
    private final IdempotentExecution idempotency;

    public GenerationRoutes(
            HttpDependencies dependencies, RequestCustomers requestCustomers,
            IdempotentExecution idempotency) {
        this.generations = new GenerationRequests(dependencies);
        this.calculations = dependencies.storage().calculations();
        this.requestCustomers = requestCustomers;
        this.idempotency = idempotency;
    }

    public List<Route> all() {
        return List.of(
                Route.post("/api/generation-requests", this::create, Role.APP)
                        .forCustomer()
                        .withIdempotencyKey(),
                Route.get("/api/generation-requests/{id}", this::read, Role.APP, Role.OPERATOR)
                        .forCustomer());
    }

    private ServerResponse create(ServerRequest request) {
        var unused = request.query();
        var hostnameRequest = HostnameRequest.of(request.fields());
        var customer = requestCustomers.find(request)
                .orElseGet(() -> createCustomer(request, hostnameRequest));
        return idempotency.respondOnce(request, customer,
                id -> order(customer, hostnameRequest, new ProjectId(id)));
    }

    /** Creates the customer only if his request is not refused. */
    private CustomerId createCustomer(ServerRequest request, HostnameRequest hostnameRequest) {
        generations.refusal(hostnameRequest).ifPresent(refusal -> {
            throw new ProblemException(refusal);
        });
        return requestCustomers.findOrCreate(request);
    }

    private ServerResponse order(
            CustomerId customer, HostnameRequest hostnameRequest, ProjectId idIfNew) {
        return generations.refusal(hostnameRequest)
                .map(Problem::response)
                .orElseGet(() -> switch (generations.order(customer, hostnameRequest, idIfNew)) {
                    case GenerationAnswer.GenerationStarted s ->
                            ServerResponse.created(view(generations.generationOf(s.request())));
                    case GenerationAnswer.PaymentRequired p ->
                            ServerResponse.created(
                                    PaymentRequiredView.withLink(p.paymentLink(), p.request()));
                    case GenerationAnswer.PaymentLinkPending n ->
                            ServerResponse.of(202, PaymentRequiredView.withoutLink(n.request()));
                    case GenerationAnswer.CheckoutDeclined r ->
                            Problems.paymentRefused(r.request(), r.why()).response();
                    case GenerationAnswer.NoCalculation n ->
                            GenerationRequests.noCalculation(n.hostname()).response();
                    case GenerationAnswer.UnknownProvider u ->
                            GenerationRequests.unknownProvider(u.hostname()).response();
                });
    }

    private ServerResponse read(ServerRequest request) {
        var unused = request.query();
        var id = request.pathId();
        return requestCustomers.find(request)
                .flatMap(customer -> generations.find(id)
                        .filter(found -> found.request().customer().equals(customer)))
                .map(found -> ServerResponse.ok(view(found)))
                .orElseGet(() -> Problems.notFound("generation request").response());
    }

    private GenerationView view(Generation generation) {
        var calculation =
                calculations.find(generation.request().hostname()).map(CalculationView::of);
        return GenerationView.of(generation, calculation.orElse(null));
    }
}
