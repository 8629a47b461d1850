package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.Event;
import dev.makegood.event.EventCursor;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.LedgerRules;
import dev.makegood.ledger.LedgerSettings;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Funding;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectFilter;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectStatus;
import dev.makegood.testing.StorageTestBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link Reports} must do; a customer's events are the contract of events' own. */
public abstract class ReportsContract extends StorageTestBase {

    /** Only what this test made is older than this and younger than what the tests before made. */
    private final ProjectCursor end =
            new ProjectCursor(clock.instant().plusSeconds(100), samples.project());

    private Project.Pending created(CustomerId customer, int secondsLater) {
        var project = samples.freeProject(customer, clock.instant().plusSeconds(secondsLater));
        add(project);
        return project;
    }

    @Test
    void everybodys_projects_come_the_newest_first() {
        var first = created(ada, 0);
        var second = created(bob, 1);
        var third = created(ada, 2);

        assertThat(projects(Set.of(), end, 3)).containsExactly(third, second, first);
        assertThat(projects(Set.of(), ProjectCursor.of(third), 1)).containsExactly(second);
    }

    @Test
    void projects_of_some_statuses_are_chosen() {
        var first = created(ada, 0);
        var pending = created(bob, 1);
        var failed = first.fail(new Failure(FailureReason.TIMED_OUT, ""), clock.instant());
        replace(first, failed);

        assertThat(projects(Set.of(ProjectStatus.FAILED), end, 1)).containsExactly(failed);
        assertThat(projects(Set.of(ProjectStatus.PENDING), end, 1)).containsExactly(pending);
    }

    @Test
    void projects_of_the_same_moment_are_each_seen_once() {
        var all = List.of(created(ada, 0), created(bob, 0), created(ada, 0), created(bob, 0));

        var seen = new ArrayList<Project>();
        var projectCursor = end;
        for (int i = 0; i < all.size(); i++) {
            seen.addAll(projects(Set.of(), projectCursor, 1));
            projectCursor = ProjectCursor.of(seen.getLast());
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void projects_of_a_customer_and_a_time_are_chosen() {
        var before = created(ada, 0);
        var first = created(ada, 1);
        var others = created(bob, 2);
        var last = created(ada, 3);
        var after = created(ada, 4);
        var time = ProjectFilter.ALL.between(clock.instant().plusSeconds(1),
                clock.instant().plusSeconds(4));

        assertThat(projects(time)).containsExactly(last, others, first);
        assertThat(projects(time.withCustomer(ada))).containsExactly(last, first);
        assertThat(projects(ProjectFilter.ALL.withCustomer(ada)))
                .containsExactly(after, last, first, before);
        assertThat(projects(ProjectFilter.ALL.withCustomer(ada)
                .withStatuses(Set.of(ProjectStatus.FAILED)))).isEmpty();
    }

    private List<Project> projects(ProjectFilter filter) {
        return storage().reports().projects(filter, end, 100);
    }

    @Test
    void what_has_not_ended_comes_the_oldest_first_but_for_what_waits_to_be_paid() {
        var first = created(ada, 0);
        var ended = created(bob, 1);
        replace(ended, ended.fail(new Failure(FailureReason.TIMED_OUT, ""), clock.instant()));
        var second = created(bob, 2);
        add(new Project.AwaitingPayment(samples.projectDetails(ada, new Funding.Unpaid(),
                clock.instant().plusSeconds(3))));
        var third = created(ada, 4);
        var tooYoung = created(ada, 5);

        var before = tooYoung.details().createdAt();
        assertThat(storage().reports().openProjects(before, beginning(), 100))
                .containsExactly(first, second, third);
        assertThat(storage().reports().openProjects(before, ProjectCursor.of(first), 1))
                .containsExactly(second);
    }

    /** What the tests before made is older than this. */
    private ProjectCursor beginning() {
        return new ProjectCursor(clock.instant().minusSeconds(1), samples.project());
    }

    @Test
    void the_events_of_everybody_come_the_newest_first() {
        happens(ada, 0, Map.of("what", "first"));
        happens(bob, 1, Map.of("what", "second"));
        happens(ada, 1, Map.of("what", "third"));
        happens(bob, 2, Map.of("what", "fourth"));

        var later = new EventCursor(clock.instant().plusSeconds(50), CustomerId.SYSTEM_ACCOUNT, 1);
        var all = storage().reports().newestEvents(later, 4);
        assertThat(all).extracting(event -> event.facts().get("what")).first().isEqualTo("fourth");
        assertThat(all).extracting(event -> event.facts().get("what"))
                .containsExactlyInAnyOrder("first", "second", "third", "fourth");
        for (int at = 0; at < 3; at++) {
            assertThat(storage().reports().newestEvents(EventCursor.of(all.get(at)), 1))
                    .containsExactly(all.get(at + 1));
        }
    }

    @Test
    void the_events_of_all_system_accounts_are_one_list_the_oldest_first() {
        var last = CustomerId.LAST_SYSTEM_ACCOUNT;
        happens(last, 0, Map.of("what", "first"));
        happens(CustomerId.SYSTEM_ACCOUNT, 1, Map.of("what", "second"));
        happens(ada, 1, Map.of("what", "a customer's"));
        happens(last, 1, Map.of("what", "third"));
        happens(last, 1, Map.of("what", "fourth"));
        happens(CustomerId.SYSTEM_ACCOUNT, 2, Map.of("what", "fifth"));

        var before = new EventCursor(clock.instant().minusMillis(1), last, 1);
        var all = storage().reports().systemEvents(before, 100);
        assertThat(all).extracting(event -> event.facts().get("what"))
                .containsExactly("first", "second", "third", "fourth", "fifth");
        for (int at = 0; at < 4; at++) {
            assertThat(storage().reports().systemEvents(EventCursor.of(all.get(at)), 1))
                    .containsExactly(all.get(at + 1));
        }
        assertThat(storage().reports().systemEvents(null, 100)).isNotEmpty()
                .allMatch(event -> event.customer().isSystemAccount());
    }

    @Test
    void who_last_acted_is_told_of_each() {
        var ofAda = created(ada, 0).id().value();
        var ofBob = created(bob, 0).id().value();
        var untouched = created(ada, 0).id().value();
        var paid = samples.id();
        happens(ada, 0, Map.of("project", ofAda.toString(), "actor", "operator:one"));
        happens(bob, 0, Map.of("project", ofBob.toString(), "actor", "operator:two"));
        happens(ada, 1, Map.of("project", ofAda.toString(), "actor", "operator:three"));
        happens(ada, 2, Map.of("project", ofAda.toString()));
        happens(bob, 1, Map.of("payment", paid.toString(), "actor", "operator:four"));

        assertThat(storage().reports()
                .lastActors(Map.of(ofAda, ada, ofBob, bob, untouched, ada, paid, bob)))
                        .isEqualTo(Map.of(ofAda, "operator:three", ofBob, "operator:two", paid,
                                "operator:four"));
        assertThat(storage().reports().lastActors(Map.of(ofAda, bob))).isEmpty();
        assertThat(storage().reports().lastActors(Map.of())).isEmpty();
    }

    @Test
    void who_refunded_what_a_project_captured_acted_on_it() {
        var project = created(ada, 0).id().value();
        var capture = captured(project);
        var unused = ledger().refund(new TransferId(samples.id()), ada, capture, new Credits(2),
                new Cause("operator:ann", "sorry"));

        assertThat(storage().reports().lastActors(Map.of(project, ada)))
                .containsExactly(Map.entry(project, "operator:ann"));
    }

    private TransferId captured(UUID project) {
        var hold = new TransferId(samples.id());
        var capture = new TransferId(samples.id());
        change(ada, unit -> {
            var rules = LedgerRules.of(unit, clock.instant(), LedgerSettings.DEFAULT);
            var granted = rules.grant(new TransferId(samples.id()), Grant.signup(new Credits(9)),
                    Subject.customer(ada), Cause.rule("signup"));
            var held = rules.hold(hold, new Credits(5), Subject.payment(project),
                    Cause.rule("held"));
            var kept = rules.capture(capture, hold, new Credits(5), Cause.rule("captured"));
            assertThat(List.of(granted, held, kept)).hasOnlyElementsOfType(Posting.Posted.class);
        });
        return capture;
    }

    private void happens(CustomerId customer, int secondsLater, Map<String, String> facts) {
        change(customer, unit -> unit.events()
                .append(new SampleEvent(facts), clock.instant().plusSeconds(secondsLater)));
    }

    private record SampleEvent(Map<String, String> facts) implements Event {

        @Override
        public String type() {
            return "test.happened";
        }
    }

    private List<Project> projects(Set<ProjectStatus> statuses, ProjectCursor after, int limit) {
        return storage().reports()
                .projects(ProjectFilter.ALL.withStatuses(statuses), after, limit);
    }
}
