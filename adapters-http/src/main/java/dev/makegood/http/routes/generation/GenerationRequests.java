package dev.makegood.http.routes.generation;

import dev.makegood.customer.CustomerId;
import dev.makegood.generation.GenerationAnswer;
import dev.makegood.generation.GenerationOrder;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.generation.Generations;
import dev.makegood.http.request.body.HostnameRequest;
import dev.makegood.http.response.Problem;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.view.Generation;
import dev.makegood.http.server.CheckoutConfig;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What the API and the page share: finds generations with their project and payment, and orders them. */
final class GenerationRequests {

    private static final String NO_GATEWAY = "none";

    private final Generations generations;
    private final Projects projects;
    private final Payments payments;
    private final CheckoutConfig checkout;
    private final Supplier<UUID> ids;

    GenerationRequests(HttpDependencies dependencies) {
        this.generations = dependencies.makegood().generations();
        this.projects = dependencies.makegood().projects();
        this.payments = dependencies.makegood().payments();
        this.checkout = dependencies.checkout();
        this.ids = dependencies.ids();
    }

    Optional<Generation> find(UUID id) {
        return generations.find(new ProjectId(id)).map(this::generationOf);
    }

    Generation generationOf(GenerationRequest request) {
        return new Generation(request, projects.find(request.id()).orElseThrow(),
                Optional.ofNullable(request.payment()).flatMap(payments::find).orElse(null));
    }

    /** Why it cannot be ordered now; empty if it can. */
    Optional<Problem> refusal(HostnameRequest hostnameRequest) {
        var calculation = generations.calculation(hostnameRequest.hostname());
        if (calculation.isEmpty()) {
            return Optional.of(noCalculation(hostnameRequest.hostname()));
        }
        var price = calculation.get().priceOf(hostnameRequest.provider());
        return price.isEmpty() ? Optional.of(unknownProvider(hostnameRequest.hostname()))
                : price.filter(p -> !p.total().isNone() && checkout.defaultGateway() == null)
                        .map(p -> Problems.providerUnavailable(
                                "no payment gateway is configured on this server"));
    }

    /** Not a 404: the path is right, the field is not. */
    static Problem noCalculation(Hostname hostname) {
        return Problems.invalidRequest("hostname", "has no calculation: " + hostname);
    }

    static Problem unknownProvider(Hostname hostname) {
        return Problems.invalidRequest("provider",
                "has no price for " + hostname + "; see GET /api/calculations/" + hostname);
    }

    /** Orders it, and opens its payment if it must be paid. */
    GenerationAnswer order(
            CustomerId customer, HostnameRequest hostnameRequest, ProjectId idIfNew) {
        var gateway = checkout.defaultGateway() == null ? NO_GATEWAY : checkout.defaultGateway();
        return generations.order(new GenerationOrder(customer, hostnameRequest.hostname(),
                hostnameRequest.provider(), idIfNew, new PaymentId(ids.get()), gateway,
                checkout::generationReturnUrls));
    }
}
