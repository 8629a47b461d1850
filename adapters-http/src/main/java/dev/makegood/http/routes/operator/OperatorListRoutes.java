package dev.makegood.http.routes.operator;

import dev.makegood.Owners;
import dev.makegood.Reports;
import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.EventCursor;
import dev.makegood.event.RecordedEvent;
import dev.makegood.http.request.Query;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.Cursors;
import dev.makegood.http.response.ListPages;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.EventView;
import dev.makegood.http.response.view.PaymentViews.OperatorPaymentView;
import dev.makegood.http.response.view.ProjectViews.OperatorProjectView;
import dev.makegood.http.routes.shared.RequestCustomers;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDirectory;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.payment.Purpose;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectFilter;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Projects;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operators list across customers: projects, payments and events, and what is stuck. */
public final class OperatorListRoutes {

    private static final Duration STUCK_AFTER = Duration.ofHours(1);

    private final Reports reports;
    private final Projects projects;
    private final PaymentDirectory payments;
    private final RequestCustomers requestCustomers;
    private final InstantSource clock;

    public OperatorListRoutes(HttpDependencies dependencies, RequestCustomers requestCustomers) {
        this.reports = dependencies.storage().reports();
        this.projects = dependencies.makegood().projects();
        this.payments = dependencies.storage().paymentDirectory();
        this.requestCustomers = requestCustomers;
        this.clock = dependencies.clock();
    }

    public List<Route> all() {
        return List.of(
                Route.get("/api/ops/projects", this::listProjects, Role.OPERATOR),
                Route.get("/api/ops/projects/stuck", this::listStuck, Role.OPERATOR),
                Route.get("/api/ops/payments", this::listPayments, Role.OPERATOR),
                Route.get("/api/ops/events", this::listEvents, Role.OPERATOR));
    }

    /** A list of events, page by page. */
    private interface EventList {

        List<RecordedEvent> page(@Nullable EventCursor after, int limit);
    }

    private ServerResponse listProjects(ServerRequest request) {
        var query = request.query("customer", "gatewayRef", "status", "olderThan", "from", "until",
                "limit", "cursor");
        int limit = query.limit();
        var filter = ProjectFilter.ALL.withStatuses(query.projectStatuses())
                .withCustomer(customer(query))
                .between(query.moment("from"), end(query));
        var reference = query.value("gatewayRef");
        return projectPage(reference == null
                ? reports.projects(filter, Cursors.projectPlace(query.value("cursor")), limit)
                : projectsPaidBy(reference).filter(filter::includes).toList(), limit);
    }

    private ServerResponse listStuck(ServerRequest request) {
        var query = request.query("olderThan", "limit", "cursor");
        int limit = query.limit();
        var given = query.olderThan(clock.instant());
        var before = given == null ? clock.instant().minus(STUCK_AFTER) : given;
        return projectPage(reports.openProjects(before,
                Cursors.projectPlace(query.value("cursor")), limit), limit);
    }

    private ServerResponse projectPage(List<Project> found, int limit) {
        var involved = new InvolvedPeople(requestCustomers,
                reports.lastActors(Owners.ofProjects(found)));
        return ServerResponse.ok(ListPages.of("projects", found, limit,
                project -> OperatorProjectView.of(project,
                        involved.nameOf(project.details().customer()),
                        involved.lastActor(project.id().value())),
                Cursors::of));
    }

    private Stream<Project> projectsPaidBy(String reference) {
        return payments.findByRef(reference)
                .flatMap(payment -> switch (payment.details().purpose()) {
                    case Purpose.PaidWork work -> projects.find(new ProjectId(work.id())).stream();
                    case Purpose.Pack pack -> Stream.empty();
                });
    }

    private ServerResponse listPayments(ServerRequest request) {
        var query = request.query("customer", "gatewayRef", "gateway", "status", "olderThan",
                "from", "until", "limit", "cursor");
        int limit = query.limit();
        var all = PaymentFilter.ALL.withStatuses(query.paymentStatuses())
                .withCustomer(customer(query))
                .between(query.moment("from"), end(query));
        var gateway = query.value("gateway");
        var filter = gateway == null ? all : all.withGateway(gateway);
        var reference = query.value("gatewayRef");
        return paymentPage(reference == null
                ? reports.payments(filter, Cursors.paymentPlace(query.value("cursor")), limit)
                : payments.findByRef(reference).filter(filter::includes).toList(), limit);
    }

    private ServerResponse paymentPage(List<Payment> found, int limit) {
        var involved = new InvolvedPeople(requestCustomers,
                reports.lastActors(Owners.ofPayments(found)));
        return ServerResponse.ok(ListPages.of("payments", found, limit,
                payment -> OperatorPaymentView.of(payment,
                        involved.nameOf(payment.details().customer()),
                        involved.lastActor(payment.id().value())),
                Cursors::of));
    }

    private @Nullable CustomerId customer(Query query) {
        var name = query.value("customer");
        return name == null ? null : requestCustomers.requireNamed("customer", name);
    }

    /** Until when: as said, or as the age says, but not both. */
    private @Nullable Instant end(Query query) {
        var until = query.moment("until");
        var age = query.olderThan(clock.instant());
        if (until != null && age != null) {
            throw new ProblemException(
                    Problems.invalidRequest("olderThan", "cannot be given together with until"));
        }
        return until == null ? age : until;
    }

    /** Of a customer, the oldest first; of everybody, the newest first. */
    private ServerResponse listEvents(ServerRequest request) {
        var query = request.query("customer", "limit", "cursor");
        var customer = customer(query);
        return ServerResponse.ok(customer == null ? newestEvents(query)
                : customer.isSystemAccount() ? systemEvents(query)
                        : events(customer, query));
    }

    private Map<String, @Nullable Object> systemEvents(Query query) {
        return eventPage(query, reports::systemEvents);
    }

    private Map<String, @Nullable Object> newestEvents(Query query) {
        return eventPage(query, reports::newestEvents);
    }

    /** Of more than one account: a list whose place is the event. */
    private Map<String, @Nullable Object> eventPage(Query query, EventList events) {
        int limit = query.limit();
        var found = events.page(Cursors.eventPlace(query.value("cursor")), limit);
        var involved = new InvolvedPeople(requestCustomers, Map.of());
        return ListPages.of("events", found, limit,
                event -> EventView.of(event, involved.nameOf(event.customer())), Cursors::of);
    }

    private Map<String, @Nullable Object> events(CustomerId customer, Query query) {
        int limit = query.limit();
        @Nullable
        Long after = Cursors.sequence(query.value("cursor"));
        var name = requestCustomers.nameOf(customer);
        return ListPages.of("events", reports.events(customer, after == null ? 0 : after, limit),
                limit, event -> EventView.of(event, name), event -> Cursors.of(event.sequence()));
    }
}
