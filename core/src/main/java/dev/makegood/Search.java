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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Something that was found. */
    public sealed interface Found {}

    /** A customer. */
    public record FoundCustomer(CustomerId customer) implements Found {}

    /** A project, by its id, by that of its run, or through its payment. */
    public record FoundProject(Project project) implements Found {}

    /** A payment, by its id or by a reference of its gateway. */
    public record FoundPayment(Payment payment) implements Found {}

    /** A transfer of the ledger. */
    public record FoundTransfer(Transfer transfer) implements Found {}

    /** Everything that this text names: customers first, then projects, payments and transfers. */
    public List<Found> find(String text) {
        var id = UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text))
                : Optional.<UUID>empty();
        var found = new LinkedHashSet<Found>();
        customersOf(text, id).map(FoundCustomer::new).forEach(found::add);
        projectsOf(text, id).map(FoundProject::new).forEach(found::add);
        paymentsOf(text, id).map(FoundPayment::new).forEach(found::add);
        id.flatMap(one -> statements.transfer(new TransferId(one)))
                .map(FoundTransfer::new)
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
