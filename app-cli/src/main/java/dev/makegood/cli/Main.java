package dev.makegood.cli;

import dev.makegood.Age;
import dev.makegood.access.Role;
import dev.makegood.cli.command.AmountArgument;
import dev.makegood.cli.command.CommandContext;
import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.cli.credits.CreditsCommands;
import dev.makegood.cli.demo.DemoCommand;
import dev.makegood.cli.explain.ExplainCommand;
import dev.makegood.cli.find.FindCommand;
import dev.makegood.cli.installation.AnchorCommand;
import dev.makegood.cli.installation.ArchiveCommand;
import dev.makegood.cli.installation.MigrateCommand;
import dev.makegood.cli.installation.ServeCommand;
import dev.makegood.cli.installation.VerifyCommand;
import dev.makegood.cli.keys.KeysCommands;
import dev.makegood.cli.payments.PaymentsCommands;
import dev.makegood.cli.projects.ProjectsCommands;
import dev.makegood.cli.reconcile.ReconcileCommands;
import dev.makegood.cli.refund.RefundCommands;
import dev.makegood.cli.report.ReportCommand;
import dev.makegood.cli.terminal.CliEnvironment;
import dev.makegood.cli.terminal.ResultPrinter;
import dev.makegood.ledger.GrantSource;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import dev.makegood.report.ReportStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/** {@code makegood …}: finds the command, runs it, ends with its exit code. */
@Command(name = "makegood", mixinStandardHelpOptions = true, version = "makegood 0.1.0-SNAPSHOT",
        description = "Credits that are never lost, projects that always end.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {

    /** In the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(DemoCommand.class, ServeCommand.class,
            MigrateCommand.class, RefundCommands.class, CreditsCommands.class,
            ProjectsCommands.class, PaymentsCommands.class, FindCommand.class, ReportCommand.class,
            ExplainCommand.class, VerifyCommand.class, AnchorCommand.class,
            ArchiveCommand.class, ReconcileCommands.class, KeysCommands.class,
            CompletionCommand.class);
    private static final Set<String> NO_COMMAND = Set.of("-h", "--help", "-V", "--version");

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(ProcessEnvironment.detect(), arguments));
    }

    static int run(CliEnvironment environment, String... arguments) {
        return commandLine(environment, isNeeded(arguments)).execute(arguments);
    }

    /** Which commands are read whole, by their names; reading all costs more than most of them. */
    private static Predicate<String> isNeeded(String... arguments) {
        var first = arguments.length == 0 ? "--help" : arguments[0];
        boolean isClear = NO_COMMAND.contains(first)
                || COMMANDS.stream().anyMatch(command -> name(command).equals(first));
        return name -> !isClear || name.equals(first);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    /** With all that every command takes. */
    static CommandLine commandLine(CliEnvironment environment) {
        return commandLine(environment, name -> true);
    }

    private static CommandLine commandLine(
            CliEnvironment environment, Predicate<String> isNeeded) {
        var factory = new CommandFactory(environment);
        var root = new CommandLine(new Main(), factory);
        COMMANDS.forEach(command -> root.addSubcommand(name(command),
                isNeeded.test(name(command)) ? new CommandLine(command, factory)
                        : outline(command)));
        return configure(root, environment);
    }

    /** What the list of all commands says of one. */
    private static CommandSpec outline(Class<?> command) {
        var outline = CommandSpec.create();
        outline.usageMessage().description(command.getAnnotation(Command.class).description());
        return outline;
    }

    private static CommandLine configure(CommandLine root, CliEnvironment environment) {
        var ansi = environment.out().hasColour() ? Ansi.ON : Ansi.OFF;
        return root.setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setOut(PicocliWriters.to(environment.out()))
                .setErr(PicocliWriters.to(environment.err()))
                .registerConverter(CustomerArgument.class, CustomerArgument::parse)
                .registerConverter(UUID.class, ArgumentConverters::uuid)
                .registerConverter(ProjectId.class,
                        text -> new ProjectId(ArgumentConverters.uuid(text)))
                .registerConverter(PaymentId.class,
                        text -> new PaymentId(ArgumentConverters.uuid(text)))
                .registerConverter(Age.class, ArgumentConverters::age)
                .registerConverter(AmountArgument.class, ArgumentConverters::amount)
                .registerConverter(PaymentStatus.class, ArgumentConverters::paymentStatus)
                .registerConverter(Role.class, ArgumentConverters::role)
                .registerConverter(GrantSource.class, ArgumentConverters::source)
                .registerConverter(ProjectStatus.class, ArgumentConverters::status)
                .registerConverter(LocalDate.class, ArgumentConverters::day)
                .registerConverter(ReportStep.class, ArgumentConverters::reportStep)
                .registerConverter(Instant.class, ArgumentConverters::instant)
                .registerConverter(Long.class, ArgumentConverters::wholeNumber)
                .registerConverter(long.class, ArgumentConverters::wholeNumber)
                .registerConverter(int.class, ArgumentConverters::smallNumber)
                .registerConverter(Integer.class, ArgumentConverters::smallNumber)
                .setParameterExceptionHandler(new UsageErrors(environment))
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    boolean json = parsed.originalArgs().contains("--json");
                    return new ResultPrinter(environment, json).print(
                            ErrorMapping.toProblem(thrown).orElseThrow(() -> thrown));
                });
    }

    /** Makes what picocli asks for; only {@link CommandContext} knows the environment. */
    private record CommandFactory(CliEnvironment environment) implements IFactory {

        private Map<Class<?>, Supplier<Object>> constructors() {
            var constructors = new HashMap<Class<?>, Supplier<Object>>(Map.of(
                    CommandContext.class, this::newContext,
                    DemoCommand.class, () -> new DemoCommand(newContext()),
                    ServeCommand.class, () -> new ServeCommand(newContext()),
                    MigrateCommand.class, () -> new MigrateCommand(newContext()),
                    ExplainCommand.class, () -> new ExplainCommand(newContext()),
                    VerifyCommand.class, () -> new VerifyCommand(newContext()),
                    AnchorCommand.class, () -> new AnchorCommand(newContext()),
                    RefundCommands.class, () -> new RefundCommands(newContext()),
                    ReconcileCommands.class, () -> new ReconcileCommands(newContext()),
                    FindCommand.class, () -> new FindCommand(newContext())));
            constructors.put(ArchiveCommand.class, () -> new ArchiveCommand(newContext()));
            constructors.put(ReportCommand.class, () -> new ReportCommand(newContext()));
            constructors.put(CompletionCommand.class, () -> new CompletionCommand(environment));
            return constructors;
        }

        private CommandContext newContext() {
            return new CommandContext(environment);
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            var constructor = constructors().get(type);
            return constructor == null ? CommandLine.defaultFactory().create(type)
                    : type.cast(constructor.get());
        }
    }
}
