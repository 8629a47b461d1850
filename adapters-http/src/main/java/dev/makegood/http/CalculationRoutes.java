package dev.makegood.http;

import dev.makegood.access.Role;
import dev.makegood.generation.Generations;
import dev.makegood.http.GenerationViews.CalculationView;
import dev.makegood.pricing.Hostname;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The prices of a hostname's generation: read by products, set and withdrawn by operators. */
final class CalculationRoutes {

    private static final String PATH = "/api/calculations/{hostname}";

    private final Generations generations;
    private final InstantSource clock;

    CalculationRoutes(House house) {
        this.generations = house.makegood().generations();
        this.clock = house.clock();
    }

    List<Route> all() {
        return List.of(
                Route.get(PATH, this::read, Role.APP, Role.OPERATOR),
                Route.put(PATH, this::set, Role.OPERATOR),
                Route.delete(PATH, this::withdraw, Role.OPERATOR));
    }

    private record Withdrawn(String hostname, boolean changed) {}

    private Reply read(Call call) {
        return generations.calculation(hostname(call))
                .map(calculation -> Reply.ok(CalculationView.of(calculation)))
                .orElseGet(() -> Problems.notFound("calculation").reply());
    }

    private Reply set(Call call) {
        var hostname = hostname(call);
        var calculation = CalculationWish.of(call.fields(), hostname,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        generations.set(calculation, actor(call));
        return Reply.ok(CalculationView.of(calculation));
    }

    private Reply withdraw(Call call) {
        var hostname = hostname(call);
        return switch (generations.remove(hostname, actor(call))) {
            case Generations.Removed r -> Reply.ok(new Withdrawn(hostname.value(), true));
            case Generations.InUse i -> Problems.paidFor(hostname).reply();
            case Generations.NoCalculation n -> Problems.notFound("calculation").reply();
        };
    }

    private static String actor(Call call) {
        return call.caller().because(Role.OPERATOR, "").actor();
    }

    private static Hostname hostname(Call call) {
        var unused = call.query();
        return Hostname.parse(call.inPath("hostname"))
                .orElseThrow(() -> new Refused(
                        Problems.invalid("hostname", "must be the name of a public host")));
    }
}
