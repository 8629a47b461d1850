package dev.makegood.http.routes.operator;

import dev.makegood.Reports;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.routes.shared.RequestCustomers;
import dev.makegood.payment.Payment;
import dev.makegood.project.Project;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom the lines of one page name: their customers, and who last acted; each is read once. */
final class InvolvedPeople {

    private final RequestCustomers requestCustomers;
    private final Map<UUID, String> actors;
    private final Map<CustomerId, String> names = new HashMap<>();

    private InvolvedPeople(RequestCustomers requestCustomers, Map<UUID, String> actors) {
        this.requestCustomers = requestCustomers;
        this.actors = actors;
    }

    static InvolvedPeople named(RequestCustomers requestCustomers) {
        return new InvolvedPeople(requestCustomers, Map.of());
    }

    static InvolvedPeople inProjects(
            Reports reports, RequestCustomers requestCustomers, Collection<Project> projects) {
        var owners = new HashMap<UUID, CustomerId>();
        projects.forEach(
                project -> owners.put(project.id().value(), project.details().customer()));
        return new InvolvedPeople(requestCustomers, reports.lastActors(owners));
    }

    static InvolvedPeople inPayments(
            Reports reports, RequestCustomers requestCustomers, Collection<Payment> payments) {
        var owners = new HashMap<UUID, CustomerId>();
        payments.forEach(
                payment -> owners.put(payment.id().value(), payment.details().customer()));
        return new InvolvedPeople(requestCustomers, reports.lastActors(owners));
    }

    String nameOf(CustomerId customer) {
        return names.computeIfAbsent(customer, requestCustomers::nameOf);
    }

    @Nullable
    String lastActor(UUID id) {
        return actors.get(id);
    }
}
