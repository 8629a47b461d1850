package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.event.Event;
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
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one does who knows the formats and may write to the tables: computes all hashes of a
 * customer anew, those of what the events leave among them.
 */
record Rechained(Connection connection, CustomerId customer) {

    private static final int ALL = 100_000;

    static void compute(Connection connection, CustomerId customer) {
        var rechained = new Rechained(connection, customer);
        JooqStore.joining(connection).archive().read(customer, records -> {
            var hashes = new HashMap<String, Hash>();
            @Nullable
            Wallet wallet = null;
            for (var transfer : records.transfers(0, ALL)) {
                var again = Forger.rewrite(transfer, wallet, transfer.reason());
                wallet = Forger.walletAfter(again);
                hashes.put("credits " + again.id(), again.hash());
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
            var events = rechained.events(records.events(0, ALL), hashes);
            rechained.heads(wallet == null ? Hash.NONE : wallet.head(), events.hash());
            return customer;
        });
    }

    private ChainHead events(Iterable<RecordedEvent> events, Map<String, Hash> hashes) {
        var head = ChainHead.NONE;
        for (var event : events) {
            var again =
                    RecordedEvent.following(customer, head, withState(event, hashes), event.at());
            update("update makegood.event set state_hash = ?, hash = ?"
                    + " where customer_id = ? and sequence = ?", again.stateHash(), again.hash(),
                    again.sequence());
            head = again.head();
        }
        return head;
    }

    private static Event withState(RecordedEvent event, Map<String, Hash> hashes) {
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
