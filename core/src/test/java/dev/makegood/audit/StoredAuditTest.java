package dev.makegood.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.ApiKey;
import dev.makegood.access.Role;
import dev.makegood.access.SecretHash;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.Account;
import dev.makegood.ledger.AccountBalances;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.LedgerRules;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is stored beside the ledger is as its last event left it, and what is open has its task. */
class StoredAuditTest extends AuditTestBase {

    private static UnaryOperator<List<RecordedEvent>> changeFact(
            String type, String name, String value) {
        return events -> events.stream()
                .map(event -> event.type().equals(type) ? with(event, name, value) : event)
                .toList();
    }

    private static RecordedEvent with(RecordedEvent event, String name, String value) {
        Map<String, String> facts = new HashMap<>(event.facts());
        facts.put(name, value);
        return new RecordedEvent(event.customer(), event.sequence(), event.at(), event.type(),
                facts, event.stateHash(), event.hash());
    }

    private UnaryOperator<List<GrantBalance>> changePurchase(UnaryOperator<Grant> how) {
        return grants -> grants.stream()
                .map(grant -> grant.id().equals(purchase) ? new GrantBalance(grant.id(),
                        how.apply(grant.grant()), grant.remaining(), grant.clawedBack(),
                        grant.expiresAt(), grant.grantedAt(), grant.sequence()) : grant)
                .toList();
    }

    @Test
    void nothing_is_found_where_nothing_was_tampered_with() {
        assertThat(Audit.of(archive).violations(ada)).isEmpty();
    }

    @Test
    void a_project_that_was_changed_without_an_event_is_found() {
        archive.projects(changeProject(completed, project -> {
            var done = (Project.Completed) project;
            return new Project.Completed(done.details(), "another film", done.creditsUsed(),
                    done.creditsRefunded(), done.updatedAt());
        }));

        expectViolation("I16", "project " + completed + " is not as its last event left it");
    }

    @Test
    void an_event_that_says_another_result_than_is_stored_is_found() {
        archive.rechainedEvents(changeFact("project.completed", "result", "another film"));

        expectViolation("I16", "project.completed, says is not");
    }

    @Test
    void an_event_that_says_another_reason_than_is_stored_is_found() {
        archive.rechainedEvents(changeFact("project.failed", "failureReason", "cancelled"));

        expectViolation("I16", "project.failed, says is not");
    }

    @Test
    void an_event_that_says_another_operation_than_was_ordered_is_found() {
        archive.rechainedEvents(changeFact("project.created", "operation", "images/portrait"));

        expectViolation("I16", "project.created, says is not");
    }

    @Test
    void a_grant_of_another_source_or_priority_than_was_granted_is_found() {
        archive.grants(changePurchase(grant -> grant.withPriority(1)));
        expectViolation("I16", "grant " + purchase);

        archive.grants(changePurchase(grant -> Grant.of(GrantSource.SIGNUP, grant.credits())));
        expectViolation("I16", "grant " + purchase);
    }

    @Test
    void a_grant_that_stays_open_longer_than_was_said_is_found() {
        archive.grants(grants -> grants.stream()
                .map(grant -> grant.id().equals(purchase) ? new GrantBalance(grant.id(),
                        grant.grant(), grant.remaining(), grant.clawedBack(),
                        fixture.clock.instant().plus(Duration.ofDays(9)), grant.grantedAt(),
                        grant.sequence()) : grant)
                .toList());

        expectViolation("I16", "grant " + purchase + " is open until");
    }

    @Test
    void a_grant_that_nothing_expires_is_found() {
        fixture.grant(ada, Grant.signup(new Credits(5))
                .withExpiry(fixture.clock.instant().plus(Duration.ofHours(1))));
        archive.withoutTasks(LedgerRules.EXPIRE_GRANT_TASK);

        expectOnlyViolation("I15", "no task expires grant");
    }

    @Test
    void a_project_that_nothing_submits_or_polls_is_found() {
        archive.withoutTasks(ProjectTasks.POLL);
        expectOnlyViolation("I15", "no task polls project " + open);

        var queued = fixture.submitProject(ada);
        archive.withoutTasks(ProjectTasks.SUBMIT);
        expectOnlyViolation("I15", "no task submits project " + queued);
    }

    @Test
    void a_held_balance_that_is_no_sum_of_transfers_is_found() {
        archive.wallet(wallet -> with(wallet, new AccountBalances(wallet.balances().available(),
                wallet.balances().held().plus(new Credits(1)), wallet.balances().debt())));

        expectViolation("I2", "the " + Account.HELD.label() + " balance");
    }

    @Test
    void a_key_that_was_changed_or_made_without_an_event_is_found() {
        var made = fixture.makegood.apiKeys(new Random(1)).create(Role.APP, "shop", "test").key();
        var forged = new ApiKey("AbCdEfGh1234", Role.OPERATOR, "mine", SecretHash.of("x"),
                made.createdAt(), null);
        assertThat(sharedViolations()).isEmpty();

        save(new ApiKey(made.id(), Role.OPERATOR, made.label(), made.hash(), made.createdAt(),
                null));
        save(forged);

        assertThat(sharedViolations()).extracting(Violation::invariant)
                .containsExactlyInAnyOrder("I16", "I10");
        assertThat(sharedViolations()).extracting(Violation::description)
                .anyMatch(found -> found.contains(made.id()))
                .anyMatch(found -> found.contains(forged.id()));
    }

    private void save(ApiKey key) {
        fixture.storage.change(CustomerId.systemAccountFor(key.id()),
                unit -> unit.apiKeys().save(key));
    }

    private List<Violation> sharedViolations() {
        var found = new ArrayList<Violation>();
        var summary = Audit.of(fixture.storage.archive()).checkAll(found::add);
        assertThat(summary.violations()).isEqualTo(found.size());
        return found;
    }
}
