package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.ledger.Posting.ExceedsCapture;
import dev.makegood.ledger.Posting.Posted;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditRefundsTest extends LedgerTestBase {

    @Test
    void a_refund_returns_captured_credits() {
        fixture.grant(ada, 60);
        hold(40);
        capture(40);

        assertThat(refund(refund, 15)).isInstanceOf(Posted.class);

        assertBalances(35, 0, 0);
    }

    @Test
    void refunds_are_never_more_than_was_captured_together() {
        fixture.grant(ada, 60);
        hold(40);
        capture(30);
        refund(refund, 20);

        assertThat(refund(fixture.samples.transfer(), 11))
                .isEqualTo(new ExceedsCapture(new Credits(10)));
        assertThat(refund(fixture.samples.transfer(), 10)).isInstanceOf(Posted.class);
        assertThat(refund(fixture.samples.transfer(), 1))
                .isEqualTo(new ExceedsCapture(Credits.NONE));
        assertBalances(60, 0, 0);
    }

    @Test
    void what_a_project_cost_is_refunded_at_the_desk_of_projects_only() {
        var customer = fixture.customerWith(100);
        fixture.pipeline.completes(fixture.startProject(customer));
        var captured = fixture.storage.statements()
                .lines(customer, null, 1)
                .getFirst()
                .transfer()
                .id();

        assertThatThrownBy(() -> ledger.refund(refund, customer, captured, new Credits(5), SORRY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("desk of projects");
        assertThat(fixture.available(customer)).isEqualTo(60);
    }

    @Test
    void refunds_go_back_to_the_grants_in_reverse() {
        var first = fixture.grant(ada, 10);
        var second = fixture.grant(ada, 10);
        var third = fixture.grant(ada, 10);
        hold(28);
        capture(25);

        refund(refund, 7);

        assertThat(List.of(remainingOf(first), remainingOf(second), remainingOf(third)))
                .containsExactly(0L, 2L, 10L);

        refund(fixture.samples.transfer(), 10);

        assertThat(List.of(remainingOf(first), remainingOf(second), remainingOf(third)))
                .containsExactly(2L, 10L, 10L);
    }
}
