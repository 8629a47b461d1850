package dev.makegood.audit;

import static java.util.function.UnaryOperator.identity;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Statistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An archive whose records were tampered with. */
final class TamperedArchive implements Archive {

    private final Archive archive;
    private UnaryOperator<Wallet> wallet = identity();
    private UnaryOperator<Statistics> statistics = identity();
    private UnaryOperator<List<GrantBalance>> grants = identity();
    private UnaryOperator<Map<TransferId, Credits>> refunded = identity();
    private UnaryOperator<List<Transfer>> transfers = identity();
    private UnaryOperator<List<RecordedEvent>> events = identity();
    private UnaryOperator<List<Project>> projects = identity();
    private UnaryOperator<List<GenerationRequest>> requests = identity();
    private UnaryOperator<List<Payment>> payments = identity();
    private boolean isRechained;
    private BiPredicate<String, UUID> isGone = (task, subjectId) -> false;

    TamperedArchive(Archive archive) {
        this.archive = archive;
    }

    TamperedArchive wallet(UnaryOperator<Wallet> change) {
        wallet = change;
        return this;
    }

    TamperedArchive statistics(UnaryOperator<Statistics> change) {
        statistics = change;
        return this;
    }

    TamperedArchive grants(UnaryOperator<List<GrantBalance>> change) {
        grants = change;
        return this;
    }

    TamperedArchive refunded(UnaryOperator<Map<TransferId, Credits>> change) {
        refunded = change;
        return this;
    }

    TamperedArchive transfers(UnaryOperator<List<Transfer>> change) {
        transfers = change;
        return this;
    }

    TamperedArchive events(UnaryOperator<List<RecordedEvent>> change) {
        events = change;
        return this;
    }

    /** Changes events as one who computes their hashes, and the head, anew. */
    TamperedArchive rechainedEvents(UnaryOperator<List<RecordedEvent>> change) {
        isRechained = true;
        return events(all -> rechain(change.apply(all)));
    }

    private static List<RecordedEvent> rechain(List<RecordedEvent> events) {
        var all = new ArrayList<RecordedEvent>();
        var head = ChainHead.NONE;
        for (var event : events) {
            all.add(RecordedEvent.following(event.customer(), head, event, event.at()));
            head = all.getLast().head();
        }
        return all;
    }

    TamperedArchive projects(UnaryOperator<List<Project>> change) {
        projects = change;
        return this;
    }

    TamperedArchive requests(UnaryOperator<List<GenerationRequest>> change) {
        requests = change;
        return this;
    }

    TamperedArchive payments(UnaryOperator<List<Payment>> change) {
        payments = change;
        return this;
    }

    /** Strikes out the tasks of a kind. */
    TamperedArchive withoutTasks(String kind) {
        isGone = (task, subjectId) -> task.equals(kind);
        return this;
    }

    @Override
    public List<CustomerId> customers(@Nullable CustomerId after, int limit) {
        return archive.customers(after, limit);
    }

    @Override
    public List<CustomerHeads> heads(@Nullable CustomerId after, int limit) {
        return archive.heads(after, limit);
    }

    @Override
    public <R> R read(CustomerId customer, Function<? super CustomerRecords, R> reader) {
        return archive.read(customer, records -> reader.apply(new TamperedRecords(records)));
    }

    @Override
    public Map<String, Hash> sharedStates() {
        return archive.sharedStates();
    }

    @Override
    public List<Violation> strays(int limit) {
        return archive.strays(limit);
    }

    private final class TamperedRecords implements CustomerRecords {

        private final CustomerRecords records;

        TamperedRecords(CustomerRecords records) {
            this.records = records;
        }

        @Override
        public Wallet wallet() {
            return wallet.apply(records.wallet());
        }

        @Override
        public ChainHead eventHead() {
            return isRechained ? events(0, Integer.MAX_VALUE).getLast().head()
                    : records.eventHead();
        }

        @Override
        public long baseSequence() {
            return records.baseSequence();
        }

        @Override
        public Statistics statistics() {
            return statistics.apply(records.statistics());
        }

        @Override
        public List<GrantBalance> grants() {
            return grants.apply(records.grants());
        }

        @Override
        public Map<TransferId, Credits> refundedByCapture() {
            return refunded.apply(records.refundedByCapture());
        }

        @Override
        public List<Transfer> transfers(long after, int limit) {
            return transfers.apply(records.transfers(0, Integer.MAX_VALUE))
                    .stream()
                    .filter(transfer -> transfer.sequence() > after)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<RecordedEvent> events(long after, int limit) {
            return events.apply(records.events(0, Integer.MAX_VALUE))
                    .stream()
                    .filter(event -> event.sequence() > after)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Project> projects(@Nullable ProjectCursor after, int limit) {
            return after != null ? List.of()
                    : projects.apply(records.projects(null, Integer.MAX_VALUE));
        }

        @Override
        public List<GenerationRequest> requests(@Nullable ProjectId after, int limit) {
            return after != null ? List.of()
                    : requests.apply(records.requests(null, Integer.MAX_VALUE));
        }

        @Override
        public List<Payment> payments(@Nullable PaymentId after, int limit) {
            return after != null ? List.of()
                    : payments.apply(records.payments(null, Integer.MAX_VALUE));
        }

        @Override
        public Map<UUID, Instant> refundTimes() {
            return records.refundTimes();
        }

        @Override
        public boolean hasTask(String task, UUID subjectId) {
            return records.hasTask(task, subjectId) && !isGone.test(task, subjectId);
        }
    }
}
