package dev.makegood;

import static java.util.stream.Collectors.toMap;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.Payment;
import dev.makegood.project.Project;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Whose the lines of a page are, by their ids. */
public final class Owners {

    private Owners() {}

    public static Map<UUID, CustomerId> ofProjects(Collection<Project> projects) {
        return projects.stream()
                .collect(toMap(it -> it.id().value(), it -> it.details().customer(),
                        (owner, again) -> owner));
    }

    public static Map<UUID, CustomerId> ofPayments(Collection<Payment> payments) {
        return payments.stream()
                .collect(toMap(it -> it.id().value(), it -> it.details().customer(),
                        (owner, again) -> owner));
    }
}
