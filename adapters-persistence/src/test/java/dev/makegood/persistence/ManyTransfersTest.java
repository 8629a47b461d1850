package dev.makegood.persistence;

import static dev.makegood.persistence.schema.Tables.CREDIT_GRANT;
import static dev.makegood.persistence.schema.Tables.CUSTOMER;
import static dev.makegood.persistence.schema.Tables.EVENT;
import static dev.makegood.persistence.schema.Tables.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.anchor.Anchors;
import dev.makegood.audit.Audit;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.ChainHead;
import dev.makegood.ledger.AccountBalances;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.LedgerEvent;
import dev.makegood.ledger.Part;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.ledger.Wallet;
import dev.makegood.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * How long {@code verify} takes: so many transfers, each with its event, of customers of 10,000
 * each; with {@code -Dmakegood.transfers=1000000 -Xmx256m} the figure of the page.
 */
class ManyTransfersTest {

    private static final int TRANSFERS = Integer.getInteger("makegood.transfers", 20_000);
    private static final int PER_CUSTOMER = 10_000;
    private static final int ROWS_PER_STATEMENT = 500;
    private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");

    private final Samples samples = Samples.fresh();
    private final List<RecordedEvent> events = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();

    @Test
    void many_transfers_are_verified_and_anchored() {
        var database = TestDatabases.migrated();
        var dsl = DSL.using(database.asOwner(), SQLDialect.POSTGRES,
                new Settings().withExecuteLogging(false));
        for (int written = 0; written < TRANSFERS; written += PER_CUSTOMER) {
            write(dsl, samples.customer());
        }
        dsl.execute("analyze");
        var archive = TestDatabases.store(database).archive();
        var violations = new ArrayList<Violation>();

        long start = System.nanoTime();
        var summary = Audit.of(archive).checkAll(violations::add);
        var audited = Duration.ofNanos(System.nanoTime() - start);
        var anchor = new ArrayList<String>();
        var root = Anchors.of(archive).take(AT, anchor::add);

        System.out.printf("%d transfers and %d events verified in %d s, heap of at most %d MB%n",
                summary.transfers(), summary.events(), audited.toSeconds(),
                Runtime.getRuntime().maxMemory() >> 20);
        assertThat(violations).isEmpty();
        assertThat(summary.transfers()).isEqualTo(TRANSFERS);
        assertThat(Anchors.read(anchor.iterator())).isEqualTo(root);
    }

    /** A grant, and as many holds as are released again. */
    private void write(DSLContext dsl, CustomerId customer) {
        var grant = samples.transfer();
        var credits = new Credits(1_000);
        dsl.insertInto(CUSTOMER).set(CUSTOMER.CUSTOMER_ID, customer.value()).execute();
        var wallet = Wallet.empty(customer);
        var head = ChainHead.NONE;
        var hold = grant;
        for (int i = 0; i < PER_CUSTOMER; i++) {
            var transfer = next(i, new Forger(wallet, AT), grant, hold, credits);
            hold = transfer.id();
            wallet = Forger.walletAfter(transfer);
            var event = RecordedEvent.following(customer, head,
                    new LedgerEvent(transfer, "makegood"), AT);
            head = event.head();
            add(dsl, transfer, event);
        }
        flush(dsl);
        var left = wallet.balances().available();
        insertGrant(dsl, customer, new GrantBalance(grant,
                Grant.of(GrantSource.PURCHASE, credits), left, Credits.NONE, null, AT, 1));
        update(dsl, customer, wallet.balances(), wallet.chainHead(), head);
    }

    private Transfer next(
            int i, Forger forger, TransferId grant, TransferId hold, Credits credits) {
        if (i == 0) {
            return forger.transfer(TransferKind.GRANT, grant,
                    List.of(new Part(grant, credits, null)),
                    new Subject("transfer", grant.value()));
        }
        var id = samples.transfer();
        var part = List.of(new Part(grant, new Credits(7), null));
        return i % 2 == 1
                ? forger.transfer(TransferKind.HOLD, id, part, new Subject("booking", id.value()))
                : forger.settling(TransferKind.RELEASE, id, hold, part);
    }

    private void add(DSLContext dsl, Transfer transfer, RecordedEvent event) {
        transfers.add(transfer);
        events.add(event);
        if (events.size() == ROWS_PER_STATEMENT) {
            flush(dsl);
        }
    }

    private void flush(DSLContext dsl) {
        if (!events.isEmpty()) {
            dsl.insertInto(TRANSFER, TRANSFER.fields())
                    .valuesOfRecords(transfers.stream().map(TransferRow::of).toList())
                    .execute();
            dsl.insertInto(EVENT, EVENT.fields())
                    .valuesOfRecords(events.stream().map(EventRow::of).toList())
                    .execute();
        }
        transfers.clear();
        events.clear();
    }

    private static void insertGrant(DSLContext dsl, CustomerId customer, GrantBalance grant) {
        dsl.insertInto(CREDIT_GRANT).set(GrantRow.of(customer, grant)).execute();
    }

    private static void update(
            DSLContext dsl, CustomerId customer, AccountBalances balances, ChainHead transfers,
            ChainHead events) {
        dsl.update(CUSTOMER)
                .set(CUSTOMER.AVAILABLE, balances.available().amount())
                .set(CUSTOMER.HELD, balances.held().amount())
                .set(CUSTOMER.LEDGER_SEQUENCE, transfers.sequence())
                .set(CUSTOMER.CHAIN_HEAD, transfers.hash().bytes())
                .set(CUSTOMER.EVENT_SEQUENCE, events.sequence())
                .set(CUSTOMER.EVENT_HEAD, events.hash().bytes())
                .where(CUSTOMER.CUSTOMER_ID.eq(customer.value()))
                .execute();
    }
}
