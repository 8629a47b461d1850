package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.hash.Hash;
import dev.makegood.ledger.AccountBalances;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Part;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.persistence.schema.tables.records.TransferRecord;
import dev.makegood.store.Microseconds;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where a transfer meets the columns of {@code transfer}. */
final class TransferRow {

    private TransferRow() {}

    static TransferRecord of(Transfer transfer) {
        var row = new TransferRecord();
        row.setCustomerId(transfer.customer().value());
        row.setId(transfer.id().value());
        row.setSequence(transfer.sequence());
        row.setKind(transfer.kind().label());
        row.setAmount(transfer.amount().amount());
        row.setSettles(transfer.settles() == null ? null : transfer.settles().value());
        put(row, transfer.parts());
        row.setSubjectKind(transfer.subject().kind());
        row.setSubjectId(transfer.subject().id());
        row.setReason(transfer.reason());
        row.setWrittenAt(Microseconds.floor(transfer.at()));
        row.setAvailableAfter(transfer.balancesAfter().available().amount());
        row.setHeldAfter(transfer.balancesAfter().held().amount());
        row.setDebtAfter(transfer.balancesAfter().debt().amount());
        row.setPreviousHash(transfer.previousHash().bytes());
        row.setHash(transfer.hash().bytes());
        return row;
    }

    private static void put(TransferRecord row, List<Part> parts) {
        row.setPartGrant(
                parts.stream().map(part -> part.grant().value()).toArray(UUID[]::new));
        row.setPartCredits(
                parts.stream().map(part -> part.credits().amount()).toArray(Long[]::new));
        row.setPartTimeLeftUs(
                parts.stream().map(part -> micros(part.timeLeft())).toArray(Long[]::new));
    }

    static Transfer read(TransferRecord row) {
        return new Transfer(new TransferId(row.getId()), new CustomerId(row.getCustomerId()),
                row.getSequence(), TransferKind.of(row.getKind()), new Credits(row.getAmount()),
                row.getSettles() == null ? null : new TransferId(row.getSettles()), parts(row),
                new Subject(row.getSubjectKind(), row.getSubjectId()), row.getReason(),
                row.getWrittenAt(), after(row), Hash.of(row.getPreviousHash()),
                Hash.of(row.getHash()));
    }

    private static List<Part> parts(TransferRecord row) {
        return IntStream.range(0, row.getPartGrant().length)
                .mapToObj(part -> new Part(new TransferId(row.getPartGrant()[part]),
                        new Credits(row.getPartCredits()[part]),
                        duration(row.getPartTimeLeftUs()[part])))
                .toList();
    }

    private static AccountBalances after(TransferRecord row) {
        return new AccountBalances(new Credits(row.getAvailableAfter()),
                new Credits(row.getHeldAfter()), new Credits(row.getDebtAfter()));
    }

    private static @Nullable Long micros(@Nullable Duration duration) {
        return duration == null ? null : (Long) Micros.countIn(duration);
    }

    private static @Nullable Duration duration(@Nullable Long micros) {
        return micros == null ? null : Micros.duration(micros);
    }
}
