package dev.makegood.http;

import dev.makegood.customer.CustomerId;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.generation.Generations;
import dev.makegood.generation.Requested;
import dev.makegood.generation.Wish;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What the API and the page have in common: a generation is found with its work and payment, and wished for. */
final class GenerationDesk {

    private static final String NOBODY = "none";

    private final Generations generations;
    private final Projects projects;
    private final Payments payments;
    private final Counter counter;
    private final Supplier<UUID> ids;

    GenerationDesk(House house) {
        this.generations = house.makegood().generations();
        this.projects = house.makegood().projects();
        this.payments = house.makegood().payments();
        this.counter = house.counter();
        this.ids = house.ids();
    }

    Optional<Generation> find(UUID id) {
        return generations.find(new ProjectId(id)).map(this::with);
    }

    Generation with(GenerationRequest request) {
        return new Generation(request, projects.find(request.id()).orElseThrow(),
                Optional.ofNullable(request.payment()).flatMap(payments::find).orElse(null));
    }

    /** Why nobody can have it now; empty if there is no reason. */
    Optional<Reply> refusal(HostnameWish wish) {
        var calculation = generations.calculation(wish.hostname());
        if (calculation.isEmpty()) {
            return Optional.of(noCalculation(wish.hostname()));
        }
        var price = calculation.get().of(wish.provider());
        return price.isEmpty() ? Optional.of(unknownProvider(wish.hostname()))
                : price.filter(p -> !p.total().isNone() && counter.usual() == null)
                        .map(p -> Problems.providerUnavailable("no gateway takes money here"));
    }

    /** The request is at fault, not the path: so it is no 404. */
    static Reply noCalculation(Hostname hostname) {
        return Problems.invalid("hostname", "has no calculation: " + hostname).reply();
    }

    static Reply unknownProvider(Hostname hostname) {
        return Problems.invalid("provider", "is not one that " + hostname + " has a price for")
                .reply();
    }

    /** Asks for it; for money too, where that is not settled. */
    Requested ask(CustomerId customer, HostnameWish wish, ProjectId ifNew) {
        var gateway = counter.usual() == null ? NOBODY : counter.usual();
        return generations.request(new Wish(customer, wish.hostname(), wish.provider(), ifNew,
                new PaymentId(ids.get()), gateway, counter::backToGeneration));
    }
}
