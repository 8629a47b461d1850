package dev.makegood.audit;

import static java.util.function.UnaryOperator.identity;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Recorded;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.Wallet;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.Histories.Place;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Statistics;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An archive that somebody had his hands on. */
final class Tampered implements Archive {

    private final Archive archive;
    private UnaryOperator<Wallet> wallet = identity();
    private UnaryOperator<Statistics> statistics = identity();
    private UnaryOperator<List<GrantBalance>> grants = identity();
    private UnaryOperator<Map<TransferId, Credits>> refunded = identity();
    private UnaryOperator<List<Transfer>> transfers = identity();
    private UnaryOperator<List<Recorded>> events = identity();
    private UnaryOperator<List<Project>> projects = identity();
    private UnaryOperator<List<GenerationRequest>> requests = identity();
    private UnaryOperator<List<Payment>> payments = identity();
    private BiPredicate<String, UUID> isGone = (task, about) -> false;

    Tampered(Archive archive) {
        this.archive = archive;
    }

    Tampered wallet(UnaryOperator<Wallet> change) {
        wallet = change;
        return this;
    }

    Tampered statistics(UnaryOperator<Statistics> change) {
        statistics = change;
        return this;
    }

    Tampered grants(UnaryOperator<List<GrantBalance>> change) {
        grants = change;
        return this;
    }

    Tampered refunded(UnaryOperator<Map<TransferId, Credits>> change) {
        refunded = change;
        return this;
    }

    Tampered transfers(UnaryOperator<List<Transfer>> change) {
        transfers = change;
        return this;
    }

    Tampered events(UnaryOperator<List<Recorded>> change) {
        events = change;
        return this;
    }

    Tampered projects(UnaryOperator<List<Project>> change) {
        projects = change;
        return this;
    }

    Tampered requests(UnaryOperator<List<GenerationRequest>> change) {
        requests = change;
        return this;
    }

    Tampered payments(UnaryOperator<List<Payment>> change) {
        payments = change;
        return this;
    }

    /** Strikes out the tasks of a kind. */
    Tampered without(String kind) {
        isGone = (task, about) -> task.equals(kind);
        return this;
    }

    @Override
    public List<CustomerId> customers(@Nullable CustomerId after, int limit) {
        return archive.customers(after, limit);
    }

    @Override
    public <R> R read(CustomerId customer, Function<? super Records, R> reader) {
        return archive.read(customer, records -> reader.apply(new Changed(records)));
    }

    private final class Changed implements Records {

        private final Records records;

        Changed(Records records) {
            this.records = records;
        }

        @Override
        public Wallet wallet() {
            return wallet.apply(records.wallet());
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
        public Map<TransferId, Credits> refunded() {
            return refunded.apply(records.refunded());
        }

        @Override
        public List<Transfer> transfers(long after, int limit) {
            return transfers.apply(records.transfers(0, Integer.MAX_VALUE))
                    .stream()
                    .filter(line -> line.sequence() > after)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Recorded> events(long after, int limit) {
            return events.apply(records.events(0, Integer.MAX_VALUE))
                    .stream()
                    .filter(event -> event.sequence() > after)
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Project> projects(@Nullable Place after, int limit) {
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
        public boolean isLeft(String task, UUID about) {
            return records.isLeft(task, about) && !isGone.test(task, about);
        }
    }
}
