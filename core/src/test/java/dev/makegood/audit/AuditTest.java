package dev.makegood.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.project.Statistics;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Looks at everybody, and finds nothing where nobody had his hands on. */
class AuditTest extends OnAudit {

    @Test
    void nothing_is_found_where_nobody_had_his_hands_on() {
        var violations = new ArrayList<Violation>();

        var tally = house.makegood.audit().everybody(violations::add);

        assertThat(violations).isEmpty();
        assertThat(tally).isEqualTo(new Tally(1, 13, 3, 0, 21, 0));
    }

    @Test
    void everybody_is_looked_at() {
        var bob = house.customerWith(1);
        var violations = new ArrayList<Violation>();
        archive.statistics(figures -> new Statistics(9, 9, 9, 9, 9, 9));

        var tally = Audit.of(archive).everybody(violations::add);

        assertThat(violations).extracting(Violation::customer).containsExactlyInAnyOrder(ada, bob);
        assertThat(tally.customers()).isEqualTo(2);
        assertThat(tally.violations()).isEqualTo(2);
    }
}
