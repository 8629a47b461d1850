package dev.makegood.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.payment.RefundsAndDisputes;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.Statistics;
import dev.makegood.task.Task;
import dev.makegood.testing.StorageTestBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an {@link Archive} must do. */
public abstract class ArchiveContract extends StorageTestBase {

    private final TransferId grant = samples.transfer();
    private final TransferId hold = samples.transfer();
    private final TransferId capture = samples.transfer();

    @Test
    void customers_come_in_pages_each_once() {
        var mine = List.of(ada, bob, samples.customer(), samples.customer());
        mine.forEach(customer -> change(customer,
                unit -> unit.events().append(new TestEvent("hello"), clock.instant())));

        var all = new ArrayList<CustomerId>();
        for (var page = customers(null); !page.isEmpty(); page = customers(page.getLast())) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            all.addAll(page);
        }

        assertThat(all).doesNotHaveDuplicates().containsAll(mine);
    }

    private List<CustomerId> customers(@Nullable CustomerId after) {
        return storage().archive().customers(after, 3);
    }

    @Test
    void a_customer_nothing_ever_happened_to_has_empty_records() {
        storage().archive().read(ada, records -> {
            assertThat(records.wallet().sequence()).isZero();
            assertThat(records.statistics()).isEqualTo(Statistics.NONE);
            assertThat(records.grants()).isEmpty();
            assertThat(records.refundedByCapture()).isEmpty();
            assertThat(records.transfers(0, 10)).isEmpty();
            assertThat(records.events(0, 10)).isEmpty();
            assertThat(records.projects(null, 10)).isEmpty();
            assertThat(records.requests(null, 10)).isEmpty();
            assertThat(records.payments(null, 10)).isEmpty();
            return ada;
        });
    }

    @Test
    void the_ledger_is_read_whole_in_pages() {
        spent();
        var wallet = storage().statements().wallet(ada);

        storage().archive().read(ada, records -> {
            assertThat(records.wallet()).isEqualTo(wallet);
            assertThat(records.grants()).extracting(GrantBalance::id).contains(grant).hasSize(2);
            assertThat(nonZero(records.refundedByCapture())).containsExactly(
                    Map.entry(capture, new Credits(3)));
            assertThat(records.transfers(0, 3)).extracting(Transfer::sequence)
                    .containsExactly(1L, 2L, 3L);
            assertThat(records.transfers(3, 10)).extracting(Transfer::sequence)
                    .containsExactly(4L, 5L, 6L);
            assertThat(records.transfers(0, 10)).allMatch(Transfer::hasValidHash);
            assertThat(records.events(4, 10)).extracting(RecordedEvent::sequence)
                    .containsExactly(5L, 6L);
            return ada;
        });
    }

    @Test
    void projects_are_read_in_pages_with_the_stored_statistics() {
        var first = samples.freeProject(ada, clock.instant());
        var second = samples.freeProject(ada, clock.instant().plusSeconds(1));
        add(first);
        add(second);

        storage().archive().read(ada, records -> {
            assertThat(records.projects(null, 1)).containsExactly(second);
            assertThat(records.projects(ProjectCursor.of(second), 5)).containsExactly(first);
            assertThat(records.statistics().pending()).isEqualTo(2);
            return ada;
        });
    }

    @Test
    void payments_are_read_in_pages_each_once() {
        var mine = Stream.generate(this::billed).limit(5).toList();

        var all = storage().archive().read(ada, records -> {
            var read = new ArrayList<Payment>();
            for (var page = records.payments(null, 2); !page.isEmpty();) {
                assertThat(page).hasSizeLessThanOrEqualTo(2);
                read.addAll(page);
                page = records.payments(page.getLast().id(), 2);
            }
            return read;
        });

        assertThat(all).containsExactlyInAnyOrderElementsOf(mine);
    }

    private Payment billed() {
        var details = new PaymentDetails(new PaymentId(samples.id()), ada, "fake",
                Money.of(19_900, "RUB"),
                new Purpose.PaidWork(samples.id()), "«Ω»",
                new PaymentDetails.ReturnUrls("https://shop.example/ok", "https://shop.example/no"),
                clock.instant());
        var billed = new Payment.Billed(details, RefundsAndDisputes.NONE);
        change(ada, unit -> unit.payments().add(billed));
        return billed;
    }

    @Test
    void requests_are_read_in_pages_each_once() {
        var first = requested();
        var second = requested();

        var all = storage().archive().read(ada, records -> {
            var read = new ArrayList<>(records.requests(null, 1));
            read.addAll(records.requests(read.getLast().id(), 1));
            assertThat(records.requests(read.getLast().id(), 1)).isEmpty();
            return read;
        });

        assertThat(all).containsExactlyInAnyOrder(first, second);
    }

    private GenerationRequest requested() {
        var project = samples.freeProject(ada, clock.instant());
        add(project);
        var request = new GenerationRequest(project.id(), ada, new Hostname("example.com"),
                "ollama", Money.of(0, "EUR"), null, false, clock.instant());
        change(ada, unit -> unit.generations().save(request));
        return request;
    }

    @Test
    void a_task_is_left_until_it_is_done() {
        var subjectId = samples.id();
        change(ada,
                unit -> unit.tasks().add(Task.of(ada, "test_this", subjectId, clock.instant())));

        assertThat(hasTask("test_this", subjectId)).isTrue();
        assertThat(hasTask("test_that", subjectId)).isFalse();
        change(ada, unit -> unit.tasks().remove("test_this", subjectId));
        assertThat(hasTask("test_this", subjectId)).isFalse();
    }

    private boolean hasTask(String kind, UUID subjectId) {
        return storage().archive().read(ada, records -> records.hasTask(kind, subjectId));
    }

    private static Map<TransferId, Credits> nonZero(Map<TransferId, Credits> refunded) {
        var given = new HashMap<>(refunded);
        given.values().removeIf(Credits::isNone);
        return given;
    }

    /** A grant used up, another one, a hold, a capture of a part, its rest, a refund. */
    private void spent() {
        var subject = new Subject("test", samples.id());
        var used = Grant.of(GrantSource.PROMOTION, new Credits(10));
        List<Posting> postings = List.of(
                ledger().grant(grant, ada, used),
                ledger().grant(samples.transfer(), ada, Grant.signup(new Credits(100))),
                ledger().hold(hold, ada, new Credits(50), subject),
                ledger().capture(capture, ada, hold, new Credits(40)),
                ledger().refund(samples.transfer(), ada, capture, new Credits(3),
                        Cause.rule("test")));
        assertThat(postings).hasOnlyElementsOfType(Posting.Posted.class);
    }
}
