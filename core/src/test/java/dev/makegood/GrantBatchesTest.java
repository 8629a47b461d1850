package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.GrantBatches.GrantedLine;
import dev.makegood.csv.LineProblem;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.testing.MakegoodFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantBatchesTest {

    private static final Identity ADA = new Identity("app", "ada");

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final GrantBatches grantBatches = fixture.makegood.grantBatches();

    private GrantLine line(GrantSource source, long credits) {
        return new GrantLine(2, "june-1", ADA, true, Grant.of(source, new Credits(credits)),
                "sorry");
    }

    private GrantBatches.LineResult grant(GrantLine line) {
        return grantBatches.grant(line, "operator:ada", fixture.samples::id);
    }

    @Test
    void the_same_line_again_has_no_problem_and_changes_nothing() {
        var line = line(GrantSource.COMPENSATION, 5);

        assertThat(grant(line)).isEqualTo(new GrantedLine(line, true));

        assertThat(grantBatches.check(List.of(line))).isEmpty();
        assertThat(grant(line)).isEqualTo(new GrantedLine(line, false));
    }

    @Test
    void a_line_that_says_anything_else_than_what_was_granted_is_found_before_any_is_granted() {
        grant(line(GrantSource.COMPENSATION, 5));

        for (var other : List.of(line(GrantSource.COMPENSATION, 6),
                line(GrantSource.PROMOTION, 5), line(GrantSource.ADJUSTMENT, 5))) {
            assertThat(grantBatches.check(List.of(other))).as(other.toString())
                    .extracting(LineProblem::problem)
                    .singleElement()
                    .asString()
                    .contains("june-1 was used before");
        }
    }
}
