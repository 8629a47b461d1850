package dev.makegood.cli.output;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.Payment;
import dev.makegood.project.Project;
import dev.makegood.server.Installation;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who last acted on the projects or payments of one list. */
public record LastActors(Map<UUID, String> actors) {

    public static LastActors ofProjects(Installation installation, Collection<Project> projects) {
        var owners = new HashMap<UUID, CustomerId>();
        projects.forEach(
                project -> owners.put(project.id().value(), project.details().customer()));
        return read(installation, owners);
    }

    public static LastActors ofPayments(Installation installation, Collection<Payment> payments) {
        var owners = new HashMap<UUID, CustomerId>();
        payments.forEach(
                payment -> owners.put(payment.id().value(), payment.details().customer()));
        return read(installation, owners);
    }

    private static LastActors read(Installation installation, Map<UUID, CustomerId> owners) {
        return new LastActors(installation.storage().reports().lastActors(owners));
    }

    public @Nullable String of(Project project) {
        return actors.get(project.id().value());
    }

    public @Nullable String of(Payment payment) {
        return actors.get(payment.id().value());
    }

    public String shown(Project project) {
        return actors.getOrDefault(project.id().value(), "-");
    }

    public String shown(Payment payment) {
        return actors.getOrDefault(payment.id().value(), "-");
    }
}
