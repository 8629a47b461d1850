package dev.makegood.persistence;

import dev.makegood.closing.Base;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.Wallet;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentHash;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectHash;
import dev.makegood.project.ProjectHistory.ProjectCursor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one does who knows the formats and may write to the tables: computes all hashes of a
 * customer anew, those of what the events leave among them.
 */
record Rechained(Connection connection, CustomerId customer) {

    private static final int ALL = 100_000;
    private static final Base NO_BASE =
            new Base(Instant.EPOCH, ChainHead.NONE, ChainHead.NONE, ChainHead.NONE);

    static void compute(Connection connection, CustomerId customer) {
        var rechained = new Rechained(connection, customer);
        JooqStore.joining(connection).archive().read(customer, records -> {
            var hashes = new HashMap<String, Hash>();
            var transfers = new HashMap<Long, Hash>();
            @Nullable
            Wallet wallet = null;
            for (var transfer : records.transfers(0, ALL)) {
                var again = Forger.rewrite(transfer, wallet, transfer.reason());
                wallet = Forger.walletAfter(again);
                hashes.put("credits " + again.id(), again.hash());
                transfers.put(again.sequence(), again.hash());
                rechained.update("update makegood.transfer set previous_hash = ?, hash = ?"
                        + " where customer_id = ? and sequence = ?", again.previousHash(),
                        again.hash(), again.sequence());
            }
            for (var project : records.projects((ProjectCursor) null, ALL)) {
                hashes.put("project " + project.id(), ProjectHash.of(project));
            }
            for (Payment payment : records.payments((PaymentId) null, ALL)) {
                hashes.put("payment " + payment.id(), PaymentHash.of(payment));
            }
            var all = records.events(0, ALL);
            var based = all.stream()
                    .filter(event -> event.sequence() == records.baseSequence())
                    .findFirst()
                    .flatMap(Base::of)
                    .map(base -> withTransfers(base, transfers))
                    .orElse(NO_BASE);
            var events = rechained.events(all, hashes, based, records.baseSequence());
            rechained.heads(wallet == null ? Hash.NONE : wallet.head(), events.hash());
            return customer;
        });
    }

    private static Base withTransfers(Base base, Map<Long, Hash> hashes) {
        long sequence = base.transfers().sequence();
        return new Base(base.before(), base.events(),
                new ChainHead(sequence, hashes.getOrDefault(sequence, Hash.NONE)), base.kept());
    }

    /** Events up to the base are no chain any more: what was kept is hashed anew, and said anew. */
    private ChainHead events(
            Iterable<RecordedEvent> events, Map<String, Hash> hashes, Base base,
            long baseSequence) {
        var kept = ChainHead.NONE;
        var head = base.events();
        for (var event : events) {
            var changed = withState(event, hashes);
            if (base.covers(event)) {
                update("update makegood.event set state_hash = ?, hash = ?"
                        + " where customer_id = ? and sequence = ?", changed.stateHash(),
                        changed.hash(), changed.sequence());
                kept = Base.keep(kept, changed);
                continue;
            }
            if (event.sequence() == baseSequence) {
                changed = closing(changed,
                        new Base(base.before(), base.events(), base.transfers(), kept));
            }
            var again = RecordedEvent.following(customer, head, changed, event.at());
            update("update makegood.event set state_hash = ?, hash = ?"
                    + " where customer_id = ? and sequence = ?", again.stateHash(), again.hash(),
                    again.sequence());
            head = again.head();
        }
        return head;
    }

    private RecordedEvent closing(RecordedEvent event, Base base) {
        try (var statement = connection.prepareStatement("update makegood.event set facts ="
                + " ?::jsonb where customer_id = ? and sequence = ?")) {
            statement.setString(1, JsonText.of(base.facts()).data());
            statement.setObject(2, customer.value());
            statement.setLong(3, event.sequence());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new RecordedEvent(event.customer(), event.sequence(), event.at(), event.type(),
                base.facts(), event.stateHash(), event.hash());
    }

    private static RecordedEvent withState(RecordedEvent event, Map<String, Hash> hashes) {
        var concept = event.type().substring(0, event.type().indexOf('.'));
        var fact = concept.equals("credits") ? "transfer" : concept;
        var state = hashes.getOrDefault(concept + " " + event.facts().get(fact), event.stateHash());
        return new RecordedEvent(event.customer(), event.sequence(), event.at(), event.type(),
                event.facts(), state, event.hash());
    }

    private void update(String sql, @Nullable Hash one, Hash other, long sequence) {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, one == null ? null : one.bytes());
            statement.setBytes(2, other.bytes());
            statement.setObject(3, customer.value());
            statement.setLong(4, sequence);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void heads(Hash transfers, Hash events) {
        try (var statement = connection.prepareStatement("update makegood.customer"
                + " set chain_head = ?, event_head = ? where customer_id = ?")) {
            statement.setBytes(1, transfers.bytes());
            statement.setBytes(2, events.bytes());
            statement.setObject(3, customer.value());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
