package dev.makegood.project;

import dev.makegood.hash.Hash;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a project, of all that changes only with one of its events; its fields and their order
 * are part of the format {@code mp1}.
 *
 * <p>Not in it: which attempt an open project is at, which payment funded it, what was refunded and
 * when; the runs, the payments and the ledger say so.
 */
public final class ProjectHash {

    private static final String FORMAT = "mp1";

    private ProjectHash() {}

    public static Hash of(Project project) {
        var details = project.details();
        var order = details.order();
        var quote = details.quote();
        return Hash.ofFields(FORMAT, details.id().value(), details.customer().value(),
                order.operation().path(), order.operation().multipliers().names(), order.prompt(),
                order.inputs(), order.metadata(), quote.basePrice(), quote.multipliers(),
                quote.credits().amount(), funding(details.funding()), details.pipeline(),
                details.createdAt(), end(project));
    }

    private static List<@Nullable Object> funding(Funding funding) {
        return switch (funding) {
            case Funding.ByCredits f -> fields("credits", f.hold().value(), f.held().amount());
            case Funding.Unpaid f -> fields("money");
            case Funding.ByMoney f -> fields("money");
            case Funding.Free f -> fields("free");
        };
    }

    private static List<@Nullable Object> end(Project project) {
        return switch (project) {
            case Project.Open p -> fields("open");
            case Project.Completed p ->
                    fields("completed", p.result(), p.creditsUsed().amount(), text(p.run()));
            case Project.Failed p -> fields("failed", p.failure().reason().label(),
                    p.failure().message(), text(p.run()), p.updatedAt());
        };
    }

    private static @Nullable String text(@Nullable RunId run) {
        return run == null ? null : run.value();
    }

    private static List<@Nullable Object> fields(@Nullable Object... fields) {
        return Arrays.asList(fields);
    }
}
