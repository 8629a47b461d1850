package dev.makegood.project;

import dev.makegood.customer.CustomerId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which projects to list.
 *
 * @param statuses only these; all if there are none
 * @param customer only this customer's; null for all
 * @param from only what was ordered then or later; null for the beginning
 * @param until only what was ordered before that; null for the end
 */
public record ProjectFilter(Set<ProjectStatus> statuses, @Nullable CustomerId customer,
        @Nullable Instant from, @Nullable Instant until) {

    /** Every project. */
    public static final ProjectFilter ALL = new ProjectFilter(Set.of(), null, null, null);

    public ProjectFilter {
        statuses = Set.copyOf(statuses);
    }

    /** Of these, only those in one of these statuses; in any if there are none. */
    public ProjectFilter withStatuses(Set<ProjectStatus> wanted) {
        return new ProjectFilter(wanted, customer, from, until);
    }

    /** Of these, only those of this customer; null for all. */
    public ProjectFilter withCustomer(@Nullable CustomerId owner) {
        return new ProjectFilter(statuses, owner, from, until);
    }

    /** Of these, only those ordered from then until just before then; null leaves that end open. */
    public ProjectFilter between(@Nullable Instant first, @Nullable Instant end) {
        return new ProjectFilter(statuses, customer, first, end);
    }

    public boolean includes(Project project) {
        var details = project.details();
        return (statuses.isEmpty() || statuses.contains(project.status()))
                && (customer == null || customer.equals(details.customer()))
                && (from == null || !details.createdAt().isBefore(from))
                && (until == null || details.createdAt().isBefore(until));
    }
}
