package dev.makegood.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.archive.Archiving.Copies;
import dev.makegood.archive.Archiving.CutBooks;
import dev.makegood.event.RecordedEvent;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.project.Submission;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ArchivingTest extends ClosedBooksTestBase {

    @Test
    void everything_adds_up_on_archived_books_and_after_they_went_on() {
        var anchor = archived();

        expectEverythingAddsUp(anchor);

        refund(5);
        fixture.pipeline.completes(open, 30);
        fixture.grant(ada, 7);
        expectEverythingAddsUp(anchor);
        expectEverythingAddsUp(anchor());
    }

    @Test
    void what_is_cut_are_steps_and_movements_before_that_moment() {
        var anchor = archived();

        assertThat(eventTypes()).containsExactly(
                "credits.granted", "credits.granted", "project.completed", "credits.refunded",
                "project.failed",
                "project.created", "project.started",
                "credits.held", "project.created", "project.started", "credits.captured",
                "credits.released", "project.completed", "books.closed");
        assertThat(events().getLast().at()).isAfterOrEqualTo(newYear);
        expectEverythingAddsUp(anchor);
    }

    @Test
    void transfers_and_projects_stay_so_that_an_order_repeated_is_not_booked_twice() {
        archived();
        var before = fixture.balanceOf(ada);

        var repeated = fixture.makegood.projects().submit(completed, ada, MakegoodFixture.VIDEO);

        assertThat(repeated)
                .isEqualTo(new Submission.Queued(fixture.stateOf(completed)));
        assertThat(fixture.balanceOf(ada)).isEqualTo(before);
    }

    @Test
    void books_are_archived_again_the_next_year() {
        archived();
        fixture.pipeline.completes(open, 30);
        letPass(Duration.ofDays(365));
        fixture.grant(ada, 1);
        deliver();
        int before = events().size();

        var anchor = archived();

        assertThat(events()).hasSizeLessThan(before);
        assertThat(eventTypes()).filteredOn("books.closed"::equals).hasSize(2);
        expectEverythingAddsUp(anchor);
    }

    @Test
    void closing_again_and_cutting_again_change_nothing() {
        var anchor = archived();
        var events = events();

        assertThat(close()).isEqualTo(new BookClosing.ClosedBooks(0, 0));
        assertThat(cut(anchor)).isEqualTo(new CutBooks(0, 0, 1, 0));

        assertThat(events()).isEqualTo(events);
    }

    @Test
    void a_preview_says_as_much_as_is_cut_and_changes_nothing() {
        var events = events();

        var preview = fixture.makegood.bookClosing().preview(newYear);

        assertThat(events()).isEqualTo(events);
        assertThat(close()).isEqualTo(preview);
        var anchor = anchor();
        deliver();
        assertThat(cut(anchor, (customer, closing, cut) -> true, Copies.NONE))
                .isEqualTo(new CutBooks(1, preview.events(), 0, 0));
    }

    @Test
    void nothing_is_cut_that_the_anchor_does_not_vouch_for() {
        var older = anchor();
        close();
        deliver();

        assertThat(cut(older)).isEqualTo(new CutBooks(0, 0, 1, 0));
        assertThat(violations).isEmpty();
    }

    @Test
    void nothing_is_cut_of_books_closed_later_than_asked_for() {
        close();
        var anchor = anchor();
        deliver();
        newYear = newYear.minusSeconds(1);

        assertThat(cut(anchor)).isEqualTo(new CutBooks(0, 0, 1, 0));
    }

    @Test
    void nothing_is_cut_while_events_wait_to_be_delivered() {
        fixture.pipeline.completes(open, 30);
        letPass(Duration.ofDays(1));
        close();
        var anchor = anchor();

        assertThat(cut(anchor)).isEqualTo(new CutBooks(0, 0, 0, 1));

        deliver();
        assertThat(cut(anchor).customers()).isEqualTo(1);
    }

    @Test
    void what_is_cut_is_copied_and_durable_before() {
        var copied = new ArrayList<RecordedEvent>();
        var deeds = new ArrayList<String>();
        var before = events();
        close();
        var anchor = anchor();
        deliver();
        var cutter = ((InMemoryStore) fixture.storage).eventCutter();

        cut(anchor, (customer, closing, events) -> {
            deeds.add("cut");
            return cutter.cut(customer, closing, events);
        }, new Copies(copied::add, () -> deeds.add("stored")));

        assertThat(deeds).containsExactly("stored", "cut");
        assertThat(before).containsAll(copied);
        assertThat(events()).doesNotContainAnyElementsOf(copied);
        assertThat(copied.size() + events().size()).isEqualTo(before.size() + 1);
    }

    @Test
    void a_crash_between_two_customers_is_made_up_for_by_the_next_run() {
        var bob = fixture.customerWith(100);
        fixture.pipeline.completes(fixture.startProject(bob), 30);
        letPass(Duration.ofDays(1));
        close();
        var anchor = anchor();
        deliver();
        var cutter = ((InMemoryStore) fixture.storage).eventCutter();
        var done = new ArrayList<Boolean>();

        assertThatThrownBy(() -> cut(anchor, (customer, closing, events) -> {
            if (!done.isEmpty()) {
                throw new IllegalStateException("crashed");
            }
            done.add(cutter.cut(customer, closing, events));
            return true;
        }, Copies.NONE)).hasMessage("crashed");

        expectEverythingAddsUp(anchor);
        assertThat(cut(anchor)).satisfies(rest -> {
            assertThat(rest.customers()).isEqualTo(1);
            assertThat(rest.unclosed()).isEqualTo(1);
        });
        expectEverythingAddsUp(anchor);
    }
}
