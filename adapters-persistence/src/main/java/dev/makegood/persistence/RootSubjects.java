package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.TRANSFER;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toSet;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Subject;
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

/** What transfers are about in the end: a refund is about a capture, which is about a project. */
final class RootSubjects {

    private static final Set<String> ROOT_KINDS = Set.of("project", "payment");

    /** The subjects of transfers that are subjects of others, by transfer id. */
    private final Map<UUID, Subject> subjectOf;

    private RootSubjects(Map<UUID, Subject> subjectOf) {
        this.subjectOf = subjectOf;
    }

    /** Follows the subjects of these transfers, all of them a step at a time. */
    static RootSubjects of(DSLContext dsl, CustomerId customer, List<Transfer> transfers) {
        var subjectOf = new HashMap<UUID, Subject>();
        transfers.forEach(transfer -> subjectOf.put(transfer.id().value(), transfer.subject()));
        var next = unresolvedIds(subjectOf);
        while (!next.isEmpty()) {
            next.forEach(id -> subjectOf.put(id, new Subject("unknown", id)));
            fetch(dsl, customer, TRANSFER.ID.in(next))
                    .forEach(transfer -> subjectOf.put(transfer.id().value(), transfer.subject()));
            next = unresolvedIds(subjectOf);
        }
        return new RootSubjects(subjectOf);
    }

    private static Set<UUID> unresolvedIds(Map<UUID, Subject> subjectOf) {
        return subjectOf.values()
                .stream()
                .filter(Predicate.not(RootSubjects::isRoot))
                .map(Subject::id)
                .filter(id -> !subjectOf.containsKey(id))
                .collect(toSet());
    }

    /** The project or payment, if it is about one in the end. */
    @Nullable
    Subject of(Subject subject) {
        if (isRoot(subject)) {
            return subject;
        }
        var next = subjectOf.get(subject.id());
        return next == null || next.id().equals(subject.id()) ? null : of(next);
    }

    private static boolean isRoot(Subject subject) {
        return ROOT_KINDS.contains(subject.kind());
    }

    /** The transfers about this, about those transfers, and so on, in their order. */
    static List<Transfer> transfersAbout(DSLContext dsl, CustomerId customer, Subject subject) {
        var transfers = new ArrayList<>(fetch(dsl, customer, TRANSFER.SUBJECT_ID.eq(subject.id())
                .and(TRANSFER.SUBJECT_KIND.eq(subject.kind()))));
        var known = new HashSet<>(ids(transfers));
        var last = ids(transfers);
        while (!last.isEmpty()) {
            var next = fetch(dsl, customer, TRANSFER.SUBJECT_ID.in(last)
                    .and(TRANSFER.SUBJECT_KIND.notIn(ROOT_KINDS)))
                            .stream()
                            .filter(transfer -> known.add(transfer.id().value()))
                            .toList();
            transfers.addAll(next);
            last = ids(next);
        }
        return transfers.stream().sorted(comparingLong(Transfer::sequence)).toList();
    }

    private static Set<UUID> ids(Collection<Transfer> transfers) {
        return transfers.stream().map(transfer -> transfer.id().value()).collect(toSet());
    }

    private static List<Transfer> fetch(DSLContext dsl, CustomerId customer, Condition condition) {
        return dsl.selectFrom(TRANSFER)
                .where(TRANSFER.CUSTOMER_ID.eq(customer.value()))
                .and(condition)
                .fetch(TransferRow::read);
    }
}
