package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Statements.Line;
import dev.makegood.testing.OnStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Statements} must do. */
public abstract class StatementsContract extends OnStorage {

    private final About project = About.project(samples.id());
    private final TransferId hold = samples.transfer();
    private final TransferId capture = samples.transfer();
    private final TransferId refund = samples.transfer();

    @Test
    void a_customer_nothing_ever_happened_to_has_an_empty_wallet() {
        assertThat(statements().wallet(ada)).isEqualTo(Wallet.empty(ada));
        assertThat(statements().openGrants(ada)).isEmpty();
        assertThat(statements().lines(ada, null, 10)).isEmpty();
        assertThat(statements().about(ada, project)).isEmpty();
        assertThat(statements().transfer(hold)).isEmpty();
        assertThat(statements().refundedFrom(capture)).isEqualTo(Credits.NONE);
    }

    @Test
    void the_wallet_is_as_the_last_unit_left_it() {
        spent(100, 40, 30, 5);

        assertThat(statements().wallet(ada))
                .isEqualTo(this.<Wallet>in(ada, unit -> unit.ledger().wallet()));
        assertThat(statements().wallet(ada).balances())
                .isEqualTo(new Balances(new Credits(75), Credits.NONE, Credits.NONE));
        assertThat(statements().refundedFrom(capture)).isEqualTo(new Credits(5));
    }

    @Test
    void open_grants_come_in_spending_order_and_used_up_ones_not_at_all() {
        granted(new Grant(Source.PURCHASE, new Credits(1), 50, null));
        granted(new Grant(Source.PROMOTION, new Credits(2), 50, null));
        granted(new Grant(Source.PURCHASE, new Credits(3), 50, later(Duration.ofDays(9))));
        granted(new Grant(Source.PURCHASE, new Credits(4), 50, later(Duration.ofDays(5))));
        granted(new Grant(Source.PURCHASE, new Credits(5), 1, null));
        lower(5);

        assertThat(statements().openGrants(ada)).extracting(grant -> grant.left().amount())
                .containsExactly(4L, 3L, 2L, 1L);

        clock.pass(Duration.ofDays(6));

        assertThat(statements().openGrants(ada)).as("expired and not booked yet")
                .extracting(grant -> grant.left().amount())
                .containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void lines_come_the_newest_first_and_from_any_place() {
        spent(100, 40, 30, 5);

        assertThat(statements().lines(ada, null, 100)).extracting(this::sequence)
                .containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(statements().lines(ada, null, 2)).extracting(this::sequence)
                .containsExactly(5L, 4L);
        assertThat(statements().lines(ada, 4L, 2)).extracting(this::sequence)
                .containsExactly(3L, 2L);
        assertThat(statements().lines(ada, 1L, 2)).isEmpty();
        assertThat(statements().lines(bob, null, 2)).isEmpty();
    }

    @Test
    void a_line_says_which_project_it_has_to_do_with() {
        var grant = spent(100, 40, 30, 5);

        assertThat(subjectOf(grant)).isNull();
        assertThat(subjectOf(hold)).isEqualTo(project);
        assertThat(subjectOf(capture)).isEqualTo(project);
        assertThat(subjectOf(TransferId.of("rest", capture.value()))).isEqualTo(project);
        assertThat(subjectOf(refund)).isEqualTo(project);
    }

    @Test
    void a_line_about_something_of_the_hosts_own_has_to_do_with_no_project() {
        granted(Grant.signup(new Credits(60)));
        hold(30, new About("booking", samples.id()));

        assertThat(subjectOf(hold)).isNull();
    }

    @Test
    void what_a_project_cost_is_told_oldest_first() {
        spent(100, 40, 30, 5);

        assertThat(statements().about(ada, project)).extracting(Transfer::kind)
                .containsExactly(Kind.HOLD, Kind.CAPTURE, Kind.REST, Kind.REFUND);
        assertThat(statements().about(bob, project)).isEmpty();
        assertThat(statements().about(ada, About.project(samples.id()))).isEmpty();
    }

    @Test
    void a_line_is_found_by_its_id_whoevers_it_is() {
        spent(100, 40, 30, 5);

        var found = statements().transfer(capture).orElseThrow();

        assertThat(found.customer()).isEqualTo(ada);
        assertThat(found)
                .isEqualTo(found(ada, unit -> unit.ledger().transfer(capture)).orElseThrow());
        assertThat(found.isWhole()).isTrue();
    }

    /** A grant, a hold of it, a capture of a part of that, and a refund of a part of that. */
    private TransferId spent(long granted, long held, long captured, long refunded) {
        var grant = granted(Grant.of(Source.PURCHASE, new Credits(granted)));
        hold(held, project);
        change(ada, unit -> {
            var book = Book.of(unit, clock.instant(), Terms.USUAL);
            var cause = Cause.rule("test");
            var taken = book.capture(capture, hold, new Credits(captured), cause);
            var given = book.refund(refund, capture, new Credits(refunded), cause);
            assertThat(List.of(taken, given)).hasOnlyElementsOfType(Posting.Posted.class);
        });
        return grant;
    }

    private void hold(long credits, About about) {
        change(ada, unit -> assertThat(Book.of(unit, clock.instant(), Terms.USUAL)
                .hold(hold, new Credits(credits), about, Cause.rule("test")))
                        .isInstanceOf(Posting.Posted.class));
    }

    private TransferId granted(Grant grant) {
        var id = samples.transfer();
        assertThat(ledger().grant(id, ada, grant)).isInstanceOf(Posting.Posted.class);
        return id;
    }

    private void lower(long credits) {
        assertThat(ledger().lower(samples.transfer(), ada, new Credits(credits),
                Cause.rule("test"))).isInstanceOf(Posting.Posted.class);
    }

    private @Nullable About subjectOf(TransferId id) {
        return statements().lines(ada, null, 100)
                .stream()
                .filter(line -> line.transfer().id().equals(id))
                .findFirst()
                .map(Line::subject)
                .orElse(null);
    }

    private long sequence(Line line) {
        return line.transfer().sequence();
    }

    private Instant later(Duration time) {
        return clock.instant().plus(time);
    }

    private Statements statements() {
        return storage().statements();
    }
}
