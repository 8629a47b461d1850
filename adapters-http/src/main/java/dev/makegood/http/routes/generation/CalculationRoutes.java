package dev.makegood.http.routes.generation;

import dev.makegood.access.Role;
import dev.makegood.generation.CalculationRemoval;
import dev.makegood.generation.Generations;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.request.body.CalculationRequest;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.GenerationViews.CalculationView;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.pricing.Hostname;
import java.time.InstantSource;
import java.util.List;

/** The prices of generations for a hostname: read by products, set and withdrawn by operators. */
public final class CalculationRoutes {

    private static final String PATH = "/api/calculations/{hostname}";

    private final Generations generations;
    private final InstantSource clock;

    public CalculationRoutes(HttpDependencies dependencies) {
        this.generations = dependencies.makegood().generations();
        this.clock = dependencies.clock();
    }

    public List<Route> all() {
        return List.of(
                Route.get(PATH, this::read, Role.APP, Role.OPERATOR),
                Route.put(PATH, this::set, Role.OPERATOR),
                Route.delete(PATH, this::withdraw, Role.OPERATOR));
    }

    private record CalculationWithdrawnView(String hostname, boolean changed) {}

    private ServerResponse read(ServerRequest request) {
        return generations.calculation(hostname(request))
                .map(calculation -> ServerResponse.ok(CalculationView.of(calculation)))
                .orElseGet(() -> Problems.notFound("calculation").response());
    }

    private ServerResponse set(ServerRequest request) {
        var hostname = hostname(request);
        var calculation = CalculationRequest.readCalculation(request.fields(), hostname,
                clock.instant());
        generations.saveCalculation(calculation, actor(request));
        return ServerResponse.ok(CalculationView.of(calculation));
    }

    private ServerResponse withdraw(ServerRequest request) {
        var hostname = hostname(request);
        return switch (generations.removeCalculation(hostname, actor(request))) {
            case CalculationRemoval.CalculationRemoved r ->
                    ServerResponse.ok(new CalculationWithdrawnView(hostname.value(), true));
            case CalculationRemoval.CalculationInUse i ->
                    Problems.calculationInUse(hostname).response();
            case CalculationRemoval.NoSuchCalculation n ->
                    Problems.notFound("calculation").response();
        };
    }

    private static String actor(ServerRequest request) {
        return request.caller().cause(Role.OPERATOR, "").actor();
    }

    private static Hostname hostname(ServerRequest request) {
        var unused = request.query();
        return Hostname.parse(request.pathParameter("hostname"))
                .orElseThrow(() -> new ProblemException(
                        Problems.invalidRequest("hostname",
                                "must be the name of a public host, such as example.com")));
    }
}
