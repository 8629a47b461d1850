package dev.makegood.audit;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.project.Funding;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectDetails;
import dev.makegood.project.RunId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a project holds is what its ledger holds for it, and a grant is what was granted. */
class FundingAuditTest extends AuditTestBase {

    private UnaryOperator<List<Project>> fundOpen(UnaryOperator<Funding> how) {
        return changeProject(open, project -> {
            var processing = (Project.Processing) project;
            var old = processing.details();
            var details = new ProjectDetails(old.id(), old.customer(), old.order(), old.quote(),
                    how.apply(old.funding()), old.pipeline(), old.createdAt());
            return new Project.Processing(details, processing.attempt(), processing.run(),
                    processing.startedAt());
        });
    }

    private void changePurchase(UnaryOperator<GrantBalance> how) {
        archive.grants(grants -> grants.stream()
                .map(grant -> grant.id().equals(purchase) ? how.apply(grant) : grant)
                .toList());
    }

    @Test
    void a_project_that_says_it_holds_another_amount_is_found() {
        archive.projects(fundOpen(funding -> new Funding.ByCredits(
                ((Funding.ByCredits) funding).hold(), new Credits(41))));

        expectViolation("I5", "what was held for project " + open);
    }

    @Test
    void a_project_that_says_it_is_free_while_credits_are_held_for_it_is_found() {
        archive.projects(fundOpen(funding -> new Funding.Free()));
        expectViolation("I5", "credits were held for project " + open);

        archive.projects(fundOpen(funding -> new Funding.ByMoney(fixture.samples.id())));
        expectViolation("I5", "credits were held for project " + open);
    }

    @Test
    void a_run_that_no_event_started_is_found() {
        archive.projects(changeProject(open, project -> {
            var processing = (Project.Processing) project;
            return new Project.Processing(processing.details(), processing.attempt(),
                    new RunId("another-run"), processing.startedAt());
        }));

        expectViolation("I16", "has run");
    }

    @Test
    void a_grant_of_other_credits_than_its_transfer_granted_is_found() {
        changePurchase(grant -> new GrantBalance(grant.id(),
                Grant.of(grant.grant().source(), new Credits(101)), grant.remaining(),
                grant.clawedBack(), grant.expiresAt(), grant.grantedAt(), grant.sequence()));

        expectViolation("I2", "grant " + purchase + " is not the one that its transfer granted");
    }

    @Test
    void a_grant_of_which_more_is_left_than_was_granted_is_found() {
        changePurchase(grant -> with(grant, 101, 0));

        expectViolation("I2", "more is left than was granted by " + purchase);
    }
}
