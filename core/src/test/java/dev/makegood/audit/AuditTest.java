package dev.makegood.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.project.Statistics;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Checks all customers, and finds nothing where nothing was tampered with. */
class AuditTest extends AuditTestBase {

    @Test
    void nothing_is_found_where_nothing_was_tampered_with() {
        var violations = new ArrayList<Violation>();

        var summary = fixture.makegood.audit().checkAll(violations::add);

        assertThat(violations).isEmpty();
        assertThat(summary).isEqualTo(new AuditSummary(1, 13, 3, 0, 21, 0));
    }

    @Test
    void all_customers_are_checked() {
        var bob = fixture.customerWith(1);
        var violations = new ArrayList<Violation>();
        archive.statistics(figures -> new Statistics(9, 9, 9, 9, 9, 9));

        var summary = Audit.of(archive).checkAll(violations::add);

        assertThat(violations).extracting(Violation::customer).containsExactlyInAnyOrder(ada, bob);
        assertThat(summary.customers()).isEqualTo(2);
        assertThat(summary.violations()).isEqualTo(2);
    }

    @Test
    void a_record_that_cannot_be_read_is_found_and_the_others_are_checked() {
        var violations = new ArrayList<Violation>();
        fixture.customerWith(1);
        archive.grants(grants -> {
            throw new IllegalArgumentException("a grant needs at least 1 credit");
        });

        var summary = Audit.of(archive).checkAll(violations::add);

        assertThat(summary.customers()).isEqualTo(2);
        assertThat(violations).hasSize(2)
                .allSatisfy(violation -> assertThat(violation.description())
                        .isEqualTo("a record cannot be read: a grant needs at least 1 credit"));
    }
}
