package dev.makegood.cli;

import dev.makegood.audit.Tally;
import dev.makegood.audit.Violation;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code makegood verify}: recomputes what must always hold, and shows the first lines that break it. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Prove that everything adds up; 1 and the first lines that break it if not.")
final class VerifyCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Mixin
    private final House house;

    @Option(names = "--customer", paramLabel = "CUSTOMER",
            description = "Only this one, such as app/user-42.")
    private @Nullable Who customer;

    VerifyCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        var one = customer;
        return house.answer(in -> one == null ? everybody(in)
                : new Customers(in).with(one, id -> found(in,
                        in.makegood().audit().findings(id), "1 customer")));
    }

    private static Reply everybody(Installation in) {
        var first = new ArrayList<Violation>();
        var tally = in.makegood().audit().everybody(violation -> {
            if (first.size() < SHOWN) {
                first.add(violation);
            }
        });
        return reply(in, first, tally.violations(), words(tally));
    }

    private static Reply found(
            Installation in, List<Violation> violations, String looked) {
        return reply(in, violations.stream().limit(SHOWN).toList(), violations.size(), looked);
    }

    private static String words(Tally tally) {
        return tally.customers() + " customers, " + tally.transfers() + " lines of the ledger, "
                + tally.projects() + " projects, " + tally.payments() + " payments, "
                + tally.events() + " events";
    }

    /** Doubts about the database break nothing yet, so they change no exit code. */
    private static Reply reply(
            Installation in, List<Violation> first, long all, String looked) {
        var doubts = in.doubts().get();
        var json = Json.object()
                .put("holds", all == 0)
                .put("violations", all)
                .put("looked", looked);
        json.set("first", Json.array(first, violation -> Json.object()
                .put("customer", violation.customer().toString())
                .put("invariant", violation.invariant())
                .put("what", violation.what())));
        json.set("doubts", Json.array(doubts, Json::text));
        var lines =
                new ArrayList<String>(doubts.stream().map(doubt -> "careful: " + doubt).toList());
        if (all == 0) {
            lines.add("everything adds up: " + looked);
            return new Reply.Done(json, lines);
        }
        lines.addAll(first.stream()
                .map(Violation::toString)
                .map(Ink::foreign)
                .toList());
        lines.add(all + " do not hold, among " + looked);
        return new Reply.Found(json, lines);
    }
}
