package dev.makegood.cli;

import dev.makegood.access.Role;
import dev.makegood.ledger.Source;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.project.ProjectId;
import dev.makegood.project.ProjectStatus;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;

/** {@code makegood …}: finds the command, runs it, ends with its exit code. */
@Command(name = "makegood", mixinStandardHelpOptions = true, version = "makegood 0.1.0-SNAPSHOT",
        description = "Credits that are never lost, projects that always end.",
        synopsisSubcommandLabel = "COMMAND", subcommands = {
                DemoCommand.class, ServeCommand.class, MigrateCommand.class,
                RefundCommands.class, CreditsCommands.class, ProjectsCommands.class,
                PaymentsCommands.class,
                ExplainCommand.class, VerifyCommand.class, ReconcileCommands.class,
                KeysCommands.class,
                CompletionCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(ThisProcess.surroundings(), arguments));
    }

    static int run(Surroundings surroundings, String... arguments) {
        return commandLine(surroundings).execute(arguments);
    }

    static CommandLine commandLine(Surroundings surroundings) {
        var ansi = surroundings.out().colour() ? Ansi.ON : Ansi.OFF;
        return new CommandLine(new Main(), new Made(surroundings))
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setOut(Writers.to(surroundings.out()))
                .setErr(Writers.to(surroundings.err()))
                .registerConverter(Who.class, Who::parse)
                .registerConverter(UUID.class, Words::uuid)
                .registerConverter(ProjectId.class, text -> new ProjectId(Words.uuid(text)))
                .registerConverter(PaymentId.class, text -> new PaymentId(Words.uuid(text)))
                .registerConverter(Amount.class, Words::amount)
                .registerConverter(PaymentStatus.class, Words::paymentStatus)
                .registerConverter(Role.class, Words::role)
                .registerConverter(Source.class, Words::source)
                .registerConverter(ProjectStatus.class, Words::status)
                .registerConverter(Instant.class, Words::instant)
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    boolean json = parsed.originalArgs().contains("--json");
                    return new Showing(surroundings, json).show(
                            Accidents.understood(thrown).orElseThrow(() -> thrown));
                });
    }

    /** Makes what picocli asks for; only what every command shares knows the surroundings. */
    private record Made(Surroundings surroundings) implements IFactory {

        private Map<Class<?>, Supplier<Object>> makers() {
            return Map.of(
                    House.class, this::house,
                    DemoCommand.class, () -> new DemoCommand(house()),
                    ServeCommand.class, () -> new ServeCommand(house()),
                    MigrateCommand.class, () -> new MigrateCommand(house()),
                    ExplainCommand.class, () -> new ExplainCommand(house()),
                    VerifyCommand.class, () -> new VerifyCommand(house()),
                    RefundCommands.class, () -> new RefundCommands(house()));
        }

        private House house() {
            return new House(surroundings);
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            var maker = makers().get(type);
            return maker == null ? CommandLine.defaultFactory().create(type)
                    : type.cast(maker.get());
        }
    }
}
