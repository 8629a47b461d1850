package dev.makegood;

import dev.makegood.customer.CustomerDirectory;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Statements;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDirectory;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import dev.makegood.project.RunId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The desk where an operator finds something by what he has in hand: an id of ours, a gateway's
 * reference, a run of a pipeline, an identity or its part after the slash.
 *
 * <p>Whole texts are compared, never parts of them, so that each look-up is one step of an index.
 */
public final class Search {

    /** The longest text that anything can be found by. */
    public static final int CHARACTERS_MAX = 255;

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Customers desk;
    private final CustomerDirectory customers;
    private final Projects projects;
    private final PaymentDirectory payments;
    private final Statements statements;

    Search(
            Customers desk, CustomerDirectory customers, Projects projects,
            PaymentDirectory payments, Statements statements) {
        this.desk = desk;
        this.customers = customers;
        this.projects = projects;
        this.payments = payments;
        this.statements = statements;
    }

    /**
     * Something that was found.
     *
     * @param kind customer, project, payment or transfer
     * @param customer whose it is
     * @param status of a project or payment
     * @param about what was ordered, paid or moved; null for a customer
     * @param createdAt null for a customer
     */
    public record Found(String kind, UUID id, CustomerId customer, @Nullable String status,
            @Nullable String about, @Nullable Instant createdAt) {

        static Found of(CustomerId customer) {
            return new Found("customer", customer.value(), customer, null, null, null);
        }

        static Found of(Project project) {
            var details = project.details();
            return new Found("project", project.id().value(), details.customer(),
                    project.status().label(), details.order().operation().path(),
                    details.createdAt());
        }

        static Found of(Payment payment) {
            var details = payment.details();
            return new Found("payment", payment.id().value(), details.customer(),
                    payment.status().label(), details.amount() + " by " + details.gateway(),
                    details.createdAt());
        }

        static Found of(Transfer transfer) {
            return new Found("transfer", transfer.id().value(), transfer.customer(), null,
                    transfer.kind().label() + " of " + transfer.amount() + " credits",
                    transfer.at());
        }
    }

    /** Everything that this text names: customers first, then projects, payments and transfers. */
    public List<Found> find(String text) {
        var id = UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text))
                : Optional.<UUID>empty();
        var found = new LinkedHashSet<Found>();
        customersOf(text, id).map(Found::of).forEach(found::add);
        projectsOf(text, id).map(Found::of).forEach(found::add);
        paymentsOf(text, id).map(Found::of).forEach(found::add);
        id.flatMap(one -> statements.transfer(new TransferId(one)))
                .map(Found::of)
                .ifPresent(found::add);
        return List.copyOf(found);
    }

    private Stream<CustomerId> customersOf(String text, Optional<UUID> id) {
        return Stream.of(
                Identity.parse(text).flatMap(customers::find).stream(),
                customers.findBySubject(text).stream(),
                id.map(CustomerId::new).filter(desk::exists).stream())
                .flatMap(found -> found);
    }

    private Stream<Project> projectsOf(String text, Optional<UUID> id) {
        var byRun = Optional.of(text)
                .filter(RunId::isValid)
                .flatMap(run -> projects.findIdByRun(new RunId(run)));
        return Stream.concat(id.map(ProjectId::new).stream(), byRun.stream())
                .flatMap(project -> projects.find(project).stream());
    }

    private Stream<Payment> paymentsOf(String text, Optional<UUID> id) {
        return Stream.concat(id.map(PaymentId::new).stream(), references(text).stream())
                .flatMap(payment -> payments.find(payment).stream());
    }

    private Set<PaymentId> references(String text) {
        return text.isEmpty() || text.length() > CHARACTERS_MAX ? Set.of()
                : payments.findIdsByRef(text);
    }
}
