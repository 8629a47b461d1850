package dev.makegood.http.routes.operator;

import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.HttpJson;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.ServerResponse.BodyLines;
import dev.makegood.http.response.view.LedgerViews.StatementLineView;
import dev.makegood.http.routes.shared.RequestCustomers;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.report.FinancialReports;
import dev.makegood.report.PeriodReport;
import dev.makegood.report.ReportCsv;
import dev.makegood.report.ReportRange;
import dev.makegood.report.ReportStep;
import dev.makegood.report.StatementExport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What operators tell the accountant: a report over periods, and statements; as JSON, or as CSV if it is asked for. */
public final class AccountingRoutes {

    private static final String CSV = "text/csv; charset=utf-8";

    private final FinancialReports reports;
    private final StatementExport statements;
    private final RequestCustomers requestCustomers;

    public AccountingRoutes(HttpDependencies dependencies, RequestCustomers requestCustomers) {
        this.reports = dependencies.makegood().financialReports();
        this.statements = dependencies.makegood().statementExport();
        this.requestCustomers = requestCustomers;
    }

    public List<Route> all() {
        return List.of(
                Route.get("/api/ops/report", this::report, Role.OPERATOR),
                Route.get("/api/ops/customers/{id}/statement", this::statement, Role.OPERATOR));
    }

    private ServerResponse report(ServerRequest request) {
        var periods = reports.of(range(request));
        return request.wantsCsv()
                ? ServerResponse.ofLines(CSV, out -> ReportCsv.write(periods, out))
                : ServerResponse.ok(Map.of("periods",
                        periods.stream().map(PeriodReport::fields).toList()));
    }

    private static ReportRange range(ServerRequest request) {
        var query = request.query("from", "to", "by");
        var from = query.day("from");
        var to = query.day("to");
        var step = query.value("by");
        var by = ReportStep.of(step == null ? "month" : step)
                .orElseThrow(() -> new ProblemException(
                        Problems.invalidRequest("by", "must be month or day")));
        ReportRange.findProblem(from, to, by).ifPresent(problem -> {
            throw new ProblemException(Problems.invalidRequest("from", problem));
        });
        return new ReportRange(from, to, by);
    }

    private ServerResponse statement(ServerRequest request) {
        var query = request.query("from", "to");
        var from = query.moment("from");
        var to = query.moment("to");
        var customer = requestCustomers.requireId(new CustomerId(request.pathId()));
        return request.wantsCsv() ? ServerResponse.ofLines(CSV, csv(customer, from, to))
                : ServerResponse.ofLines("application/json", json(customer, from, to));
    }

    private BodyLines csv(CustomerId customer, @Nullable Instant from, @Nullable Instant to) {
        return out -> {
            out.accept(StatementExport.CSV_HEADER);
            statements.read(customer, from, to, line -> out.accept(StatementExport.csv(line)));
        };
    }

    private BodyLines json(CustomerId customer, @Nullable Instant from, @Nullable Instant to) {
        return out -> {
            out.accept("{\"customer\":" + HttpJson.write(requestCustomers.nameOf(customer))
                    + ",\"transactions\":[");
            var isFirst = new AtomicBoolean(true);
            statements.read(customer, from, to,
                    line -> out.accept((isFirst.getAndSet(false) ? "\n" : ",\n")
                            + HttpJson.write(StatementLineView.of(line))));
            out.accept("\n]}\n");
        };
    }
}
