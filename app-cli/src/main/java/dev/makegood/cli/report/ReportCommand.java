package dev.makegood.cli.report;

import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.Usage;
import dev.makegood.cli.terminal.CliJson;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.Table;
import dev.makegood.cli.terminal.WaitingNote;
import dev.makegood.report.PeriodReport;
import dev.makegood.report.PeriodReport.ReportFigure;
import dev.makegood.report.ReportCsv;
import dev.makegood.report.ReportRange;
import dev.makegood.report.ReportStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code makegood report}: periods in figures. */
@Command(name = "report", mixinStandardHelpOptions = true,
        description = "What was granted, captured, refunded and expired, what is owed, and the money "
                + "by gateway and currency; by month or day, in UTC.")
public final class ReportCommand implements Callable<Integer> {

    @Mixin
    private final CommandContext context;

    @Mixin
    private final Usage usage = new Usage();

    @Option(names = "--from", required = true, paramLabel = "DAY",
            description = "The first day, such as 2027-01-01.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "DAY",
            description = "The first day that is not in it, such as 2028-01-01.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--by", defaultValue = "month", paramLabel = "month|day",
            description = "How long a period is; ${DEFAULT-VALUE} unless said otherwise.")
    private ReportStep by = ReportStep.MONTH;

    @Option(names = "--csv", description = "Print CSV, for spreadsheets.")
    private boolean csv;

    public ReportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var range = range();
        return context.withInstallation(installation -> output(
                WaitingNote.during(context.environment().err(), "reading the books",
                        () -> installation.makegood().financialReports().of(range))));
    }

    private ReportRange range() {
        ReportRange.findProblem(from, to, by).ifPresent(problem -> {
            throw usage.error("--from and --to: " + problem);
        });
        return new ReportRange(from, to, by);
    }

    private CommandResult output(List<PeriodReport> periods) {
        var json = CliJson.object();
        json.set("periods", CliJson.array(periods, period -> CliJson.tree(period.fields())));
        return new CommandResult.CommandSuccess(json, csv ? csv(periods) : table(periods));
    }

    private static List<String> csv(List<PeriodReport> periods) {
        var lines = new ArrayList<String>();
        ReportCsv.write(periods, line -> lines.add(line.stripTrailing()));
        return lines;
    }

    /** Without what is nothing, but for what is owed. */
    private static List<String> table(List<PeriodReport> periods) {
        var table = Table.of("from", "to", "figure", "of", "amount");
        for (var period : periods) {
            period.figures()
                    .stream()
                    .filter(figure -> !figure.amount().equals("0")
                            || figure.name().equals("liability"))
                    .forEach(figure -> table.addRow(period.from(), period.to(), figure.name(),
                            of(figure), figure.amount()));
        }
        return table.lines();
    }

    private static String of(ReportFigure figure) {
        return Stream.of(figure.source(), figure.gateway(), figure.currency())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
