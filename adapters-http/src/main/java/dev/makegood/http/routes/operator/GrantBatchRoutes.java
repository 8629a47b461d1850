package dev.makegood.http.routes.operator;

import dev.makegood.GrantBatches;
import dev.makegood.GrantLine;
import dev.makegood.access.Role;
import dev.makegood.csv.LineProblem;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.request.body.GrantListRequest;
import dev.makegood.http.response.HttpJson;
import dev.makegood.http.response.Problem;
import dev.makegood.http.response.Problem.FieldError;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Grants to many customers at once: apologies, mostly. */
public final class GrantBatchRoutes {

    private static final int PROBLEMS_MAX = 20;

    private final GrantBatches grantBatches;
    private final Supplier<UUID> ids;

    public GrantBatchRoutes(HttpDependencies dependencies) {
        this.grantBatches = dependencies.makegood().grantBatches();
        this.ids = dependencies.ids();
    }

    public List<Route> all() {
        return List.of(Route.list("/api/grants/batch", this::grant, Role.OPERATOR));
    }

    private record GrantedView(int line, String id, String customer, long credits, UUID grantId,
            boolean changed) {

        static GrantedView of(GrantBatches.GrantedLine granted) {
            var line = granted.line();
            return new GrantedView(line.line(), line.id(), line.customer().toString(),
                    line.grant().credits().amount(), line.grantId().value(), granted.changed());
        }
    }

    private record FailedView(int line, String id, String code, String detail) {

        static FailedView of(GrantLine line, Problem problem, String detail) {
            return new FailedView(line.line(), line.id(), problem.code(), detail);
        }
    }

    private ServerResponse grant(ServerRequest request) {
        var unused = request.query();
        var list = GrantListRequest.of(request.listBody());
        var problems = new ArrayList<>(list.problems());
        problems.addAll(grantBatches.check(list.lines()));
        if (list.lines().isEmpty() && problems.isEmpty()) {
            problems.add(new LineProblem(1, "there is no grant in this list"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(Problems.invalidRequest(errors(problems)));
        }
        var actor = request.caller().cause(Role.OPERATOR, "").actor();
        return ServerResponse.ofLines("application/x-ndjson",
                out -> grantAll(list.lines(), actor, out));
    }

    private static List<FieldError> errors(List<LineProblem> problems) {
        return problems.stream()
                .sorted((one, other) -> Integer.compare(one.line(), other.line()))
                .limit(PROBLEMS_MAX)
                .map(problem -> new FieldError("line " + problem.line(), problem.problem()))
                .toList();
    }

    /** What was answered stays granted; after a line that could not be, the same list goes on there. */
    private void grantAll(List<GrantLine> lines, String actor, Consumer<String> out) {
        for (var line : lines) {
            try {
                out.accept(HttpJson.writeLine(view(grantBatches.grant(line, actor, ids))));
            } catch (StoreUnavailableException e) {
                out.accept(HttpJson.writeLine(FailedView.of(line, Problems.unavailable(),
                        "the lines before are granted; send the list again for the rest")));
                return;
            }
        }
    }

    private static Object view(GrantBatches.LineResult result) {
        return switch (result) {
            case GrantBatches.GrantedLine granted -> GrantedView.of(granted);
            case GrantBatches.RefusedLine refused -> {
                var problem = Problems.creditsExceedWallet(refused.room());
                yield FailedView.of(refused.line(), problem, problem.detail());
            }
        };
    }
}
