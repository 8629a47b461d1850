package dev.makegood.http;

import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.generation.Requested;
import dev.makegood.http.GenerationViews.CalculationView;
import dev.makegood.http.GenerationViews.GenerationView;
import dev.makegood.http.GenerationViews.ToPayView;
import dev.makegood.pricing.Calculations;
import dev.makegood.project.ProjectId;
import java.util.List;

/** How customers wish for generations of hostnames, and read what became of them. */
final class GenerationRoutes {

    private final GenerationDesk desk;
    private final Calculations calculations;
    private final Visitors visitors;
    private final Repeating repeating;

    GenerationRoutes(House house, Visitors visitors, Repeating repeating) {
        this.desk = new GenerationDesk(house);
        this.calculations = house.storage().calculations();
        this.visitors = visitors;
        this.repeating = repeating;
    }

    List<Route> all() {
        return List.of(
                Route.post("/api/generation-requests", this::wish, Role.APP)
                        .ofACustomer()
                        .thatMovesCredits(),
                Route.get("/api/generation-requests/{id}", this::read, Role.APP, Role.OPERATOR)
                        .ofACustomer());
    }

    private Reply wish(Call call) {
        var unused = call.query();
        var wish = HostnameWish.of(call.fields());
        var customer = visitors.find(call).orElseGet(() -> newcomer(call, wish));
        return repeating.once(call, customer, id -> wished(customer, wish, new ProjectId(id)));
    }

    /** Whoever is refused stays a stranger. */
    private CustomerId newcomer(Call call, HostnameWish wish) {
        desk.refusal(wish).ifPresent(refusal -> {
            throw new Refused("a stranger's wish", refusal);
        });
        return visitors.welcome(call);
    }

    private Reply wished(CustomerId customer, HostnameWish wish, ProjectId ifNew) {
        return desk.refusal(wish).orElseGet(() -> switch (desk.ask(customer, wish, ifNew)) {
            case Requested.Started s -> Reply.created(view(desk.with(s.request())));
            case Requested.ToPay p ->
                    Reply.created(ToPayView.at(p.paymentLink(), p.request()));
            case Requested.NotYetKnown n -> Reply.of(202, ToPayView.notYetKnown(n.request()));
            case Requested.Refused r -> Problems.paymentRefused(r.request(), r.why()).reply();
            case Requested.NoCalculation n -> GenerationDesk.noCalculation(n.hostname());
            case Requested.UnknownProvider u -> GenerationDesk.unknownProvider(u.hostname());
        });
    }

    private Reply read(Call call) {
        var unused = call.query();
        var id = call.id();
        return visitors.find(call)
                .flatMap(customer -> desk.find(id)
                        .filter(found -> found.request().customer().equals(customer)))
                .map(found -> Reply.ok(view(found)))
                .orElseGet(() -> Problems.notFound("generation request").reply());
    }

    private GenerationView view(Generation generation) {
        var calculation =
                calculations.find(generation.request().hostname()).map(CalculationView::of);
        return GenerationView.of(generation, calculation.orElse(null));
    }
}
