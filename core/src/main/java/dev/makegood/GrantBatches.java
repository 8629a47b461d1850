package dev.makegood;

import dev.makegood.csv.LineProblem;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Ledger;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Statements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The desk where many customers are granted credits from one list: the whole of it is checked before
 * the first is given, each is given entirely or not at all, and the same list again gives what is left.
 */
public final class GrantBatches {

    private final Customers customers;
    private final Ledger ledger;
    private final Statements statements;

    GrantBatches(Customers customers, Ledger ledger, Statements statements) {
        this.customers = customers;
        this.ledger = ledger;
        this.statements = statements;
    }

    /** What became of a line. */
    public sealed interface LineResult {

        GrantLine line();
    }

    /** Granted; {@code changed} is false if it had been before. */
    public record GrantedLine(GrantLine line, boolean changed) implements LineResult {}

    /** Not granted: the wallet has room for so many more credits only. */
    public record RefusedLine(GrantLine line, Credits room) implements LineResult {}

    /** Why lines cannot be granted; nothing is changed. */
    public List<LineProblem> check(List<GrantLine> lines) {
        var problems = new ArrayList<LineProblem>();
        var lineOfId = new HashMap<String, Integer>();
        for (var line : lines) {
            findProblem(line, lineOfId)
                    .ifPresent(problem -> problems.add(new LineProblem(line.line(), problem)));
        }
        return problems;
    }

    private Optional<String> findProblem(GrantLine line, Map<String, Integer> lineOfId) {
        var first = lineOfId.putIfAbsent(line.id(), line.line());
        if (first != null) {
            return Optional.of("the id " + line.id() + " is that of line " + first + " too");
        }
        var customer = customers.find(line.customer());
        if (customer.isEmpty() && !line.mayBeNew()) {
            return Optional.of("there is no customer " + line.customer()
                    + "; to create this customer with the grant, say new");
        }
        return statements.transfer(line.grantId())
                .filter(given -> !isGrantOf(line, customer))
                .map(given -> "the id " + line.id() + " was used before, for another grant of "
                        + given.amount() + " credits; give this one an id of its own");
    }

    private boolean isGrantOf(GrantLine line, Optional<CustomerId> customer) {
        return customer.flatMap(owner -> statements.grant(owner, line.grantId()))
                .map(GrantBalance::grant)
                .filter(line.grant()::equals)
                .isPresent();
    }

    /** Tells whether it was given before, by this list or another one. */
    public boolean isGranted(GrantLine line) {
        return statements.transfer(line.grantId()).isPresent();
    }

    /** Grants one line, unless it was given before. */
    public LineResult grant(GrantLine line, String actor, Supplier<UUID> ids) {
        var customer = customers.find(line.customer())
                .orElseGet(() -> customers.findOrCreate(line.customer(),
                        new CustomerId(ids.get())));
        return switch (ledger.grant(line.grantId(), customer, line.grant(),
                new Cause(actor, line.reason()))) {
            case Posting.Posted posted -> new GrantedLine(line, true);
            case Posting.AlreadyPosted posted -> new GrantedLine(line, false);
            case Posting.ExceedsWallet exceeded -> new RefusedLine(line, exceeded.room());
        };
    }
}
