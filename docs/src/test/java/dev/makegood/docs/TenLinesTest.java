package dev.makegood.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.PriceTable;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Pipeline.Started;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport.RunFailed;
import dev.makegood.project.Submission.InDebt;
import dev.makegood.project.Submission.Queued;
import dev.makegood.project.Submission.ShortOfCredits;
import dev.makegood.project.Submission.UnknownOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs the first example of the README. */
class TenLinesTest {

    private final List<String> shown = new ArrayList<>();
    private final Studio studio = new Studio();

    /** The host's own engine. */
    private static final class Studio {

        RunId launch(ProjectId project, String prompt) {
            return new RunId("run-of-" + project + prompt);
        }
    }

    private void show(String line) {
        shown.add(line);
    }

    @Test
    void the_first_lines_of_the_readme_run_and_no_credits_are_lost() {
        var id = new ProjectId(UUID.randomUUID());

        // snippet: ten-lines
        var makegood = Makegood.on(new InMemoryStore()) // or JooqStore.on(dataSource)
                .withPipeline(order -> new Started(studio.launch(order.id(), order.prompt())))
                .withPriceList(PriceTable.defaults())
                .open();
        var ada = makegood.customers() // a new customer is granted 60 credits
                .findOrCreate(new Identity("app", "ada"), new CustomerId(UUID.randomUUID()));

        var video = Operation.of("story-editor", "project-video", "hd"); // 40 × 1.5
        switch (makegood.projects().submit(id, ada, video)) {
            case Queued q -> show("working on it, " + q.project().creditsUsed() + " held");
            case ShortOfCredits s -> show("short by " + s.shortfall());
            case InDebt d -> show("a debt of " + d.debt() + " comes first");
            case UnknownOperation u -> show("not in the price list: " + u.unknown());
        }
        makegood.taskRunner().runDue(10); // starts it at the studio, after the commit

        var failure = new Failure(FailureReason.PIPELINE_ERROR, "out of memory");
        makegood.projects().report(id, new RunFailed(null, failure, Instant.now()));
        show(makegood.ledger().available(ada) + " credits"); // 60: the hold was released
        // end

        assertThat(shown).containsExactly("working on it, 60 held", "60 credits");
        assertThat(makegood.ledger().available(ada)).isEqualTo(new Credits(60));
    }
}
