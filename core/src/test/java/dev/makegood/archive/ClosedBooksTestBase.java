package dev.makegood.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.anchor.Anchors;
import dev.makegood.audit.Audit;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.memory.InMemoryStore;
import dev.makegood.project.ProjectId;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A customer with an old history of every kind, with an open project, and with something new. */
abstract class ClosedBooksTestBase {

    final MakegoodFixture fixture = MakegoodFixture.inMemory();
    final CustomerId ada = fixture.customerWith(500);
    final List<Violation> violations = new ArrayList<>();
    Instant newYear = Instant.EPOCH;
    ProjectId completed;
    ProjectId open;

    @BeforeEach
    void an_old_history_and_something_new() {
        fixture.grant(ada, Grant.of(GrantSource.PROMOTION, new Credits(90))
                .withExpiry(fixture.clock.instant().plus(Duration.ofHours(1))));
        completed = fixture.startProject(ada);
        fixture.pipeline.completes(completed, 30);
        refund(5);
        fixture.pipeline.breaks(fixture.startProject(ada), "out of memory");
        fixture.advanceAndRun(Duration.ofHours(2));
        open = fixture.startProject(ada);
        letPass(Duration.ofHours(1));
        fixture.pipeline.completes(fixture.startProject(ada), 30);
        deliver();
    }

    /** Until the moment at which the books are closed. */
    void letPass(Duration time) {
        fixture.clock.advance(time);
        newYear = fixture.clock.instant();
    }

    void refund(long credits) {
        fixture.makegood.refunds()
                .refundProject(fixture.samples.transfer(), completed, new Credits(credits),
                        Cause.rule("sorry"));
    }

    void deliver() {
        while (fixture.makegood.eventRelay().deliver("one", 100) > 0) {
            Thread.onSpinWait();
        }
    }

    List<String> anchor() {
        var lines = new ArrayList<String>();
        var unused = Anchors.of(fixture.storage.archive())
                .take(fixture.clock.instant(), lines::add);
        return lines;
    }

    BookClosing.ClosedBooks close() {
        return fixture.makegood.bookClosing().close(newYear);
    }

    Archiving.CutBooks cut(List<String> anchor) {
        return cut(anchor, ((InMemoryStore) fixture.storage).eventCutter(), Archiving.Copies.NONE);
    }

    Archiving.CutBooks cut(
            List<String> anchor, EventCutter cutter, Archiving.Copies copies) {
        return new Archiving(fixture.storage.archive(), cutter, copies)
                .cut(anchor.iterator(), newYear, violations::add);
    }

    /** Closes the books, anchors them and cuts. */
    List<String> archived() {
        close();
        var anchor = anchor();
        deliver();
        assertThat(cut(anchor).customers()).isEqualTo(1);
        return anchor;
    }

    List<RecordedEvent> events() {
        return fixture.storage.archive().read(ada, records -> records.events(0, 1_000));
    }

    List<String> eventTypes() {
        return events().stream().map(RecordedEvent::type).toList();
    }

    void expectEverythingAddsUp(List<String> anchor) {
        Audit.of(fixture.storage.archive()).checkAll(violations::add);
        Anchors.of(fixture.storage.archive()).compare(anchor.iterator(), violations::add);
        assertThat(violations).isEmpty();
    }
}
