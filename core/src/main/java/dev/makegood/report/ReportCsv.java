package dev.makegood.report;

import dev.makegood.csv.CsvRow;
import java.util.List;
import java.util.function.Consumer;

/** A report as a list for spreadsheets: one figure in each line. */
public final class ReportCsv {

    private ReportCsv() {}

    public static void write(List<PeriodReport> periods, Consumer<String> out) {
        out.accept(CsvRow.of("from", "to", "figure", "source", "gateway", "currency", "amount"));
        periods.forEach(period -> period.figures()
                .forEach(figure -> out.accept(CsvRow.of(period.from(), period.to(), figure.name(),
                        figure.source(), figure.gateway(), figure.currency(), figure.amount()))));
    }
}
