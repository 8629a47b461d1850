package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.TRANSFER;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toSet;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Transfer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What lines have to do with: a refund is about a capture, which is about a project. */
final class Subjects {

    private static final Set<String> SUBJECTS = Set.of("project", "payment");

    /** What the lines are about that other lines are about, by their ids. */
    private final Map<UUID, About> aboutOf;

    private Subjects(Map<UUID, About> aboutOf) {
        this.aboutOf = aboutOf;
    }

    /** Follows what these lines are about, all of them a step at a time. */
    static Subjects of(DSLContext dsl, CustomerId customer, List<Transfer> lines) {
        var aboutOf = new HashMap<UUID, About>();
        lines.forEach(line -> aboutOf.put(line.id().value(), line.about()));
        var next = unknown(aboutOf);
        while (!next.isEmpty()) {
            next.forEach(id -> aboutOf.put(id, new About("nothing", id)));
            read(dsl, customer, TRANSFER.ID.in(next))
                    .forEach(line -> aboutOf.put(line.id().value(), line.about()));
            next = unknown(aboutOf);
        }
        return new Subjects(aboutOf);
    }

    private static Set<UUID> unknown(Map<UUID, About> aboutOf) {
        return aboutOf.values()
                .stream()
                .filter(Predicate.not(Subjects::isSubject))
                .map(About::id)
                .filter(id -> !aboutOf.containsKey(id))
                .collect(toSet());
    }

    /** The project or payment, if it is about one in the end. */
    @Nullable
    About of(About about) {
        if (isSubject(about)) {
            return about;
        }
        var next = aboutOf.get(about.id());
        return next == null || next.id().equals(about.id()) ? null : of(next);
    }

    private static boolean isSubject(About about) {
        return SUBJECTS.contains(about.kind());
    }

    /** The lines about this, about those lines, and so on, in their order. */
    static List<Transfer> linesAbout(DSLContext dsl, CustomerId customer, About about) {
        var lines = new ArrayList<>(read(dsl, customer, TRANSFER.ABOUT_ID.eq(about.id())
                .and(TRANSFER.ABOUT_KIND.eq(about.kind()))));
        var known = new HashSet<>(ids(lines));
        var last = ids(lines);
        while (!last.isEmpty()) {
            var next = read(dsl, customer, TRANSFER.ABOUT_ID.in(last)
                    .and(TRANSFER.ABOUT_KIND.notIn(SUBJECTS)))
                            .stream()
                            .filter(line -> known.add(line.id().value()))
                            .toList();
            lines.addAll(next);
            last = ids(next);
        }
        return lines.stream().sorted(comparingLong(Transfer::sequence)).toList();
    }

    private static Set<UUID> ids(Collection<Transfer> lines) {
        return lines.stream().map(line -> line.id().value()).collect(toSet());
    }

    private static List<Transfer> read(DSLContext dsl, CustomerId customer, Condition which) {
        return dsl.selectFrom(TRANSFER)
                .where(TRANSFER.CUSTOMER_ID.eq(customer.value()))
                .and(which)
                .fetch(TransferRow::read);
    }
}
