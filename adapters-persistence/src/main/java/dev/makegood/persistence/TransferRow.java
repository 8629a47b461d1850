package dev.makegood.persistence;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Balances;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Hash;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Part;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.persistence.schema.tables.records.TransferRecord;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where a line of the ledger meets the columns of {@code transfer}. */
final class TransferRow {

    private TransferRow() {}

    static TransferRecord of(Transfer line) {
        var row = new TransferRecord();
        row.setCustomerId(line.customer().value());
        row.setId(line.id().value());
        row.setSequence(line.sequence());
        row.setKind(line.kind().label());
        row.setAmount(line.amount().amount());
        row.setSettles(line.settles() == null ? null : line.settles().value());
        put(row, line.parts());
        row.setAboutKind(line.about().kind());
        row.setAboutId(line.about().id());
        row.setReason(line.reason());
        row.setWrittenAt(Micros.of(line.at()));
        row.setAvailableAfter(line.after().available().amount());
        row.setHeldAfter(line.after().held().amount());
        row.setDebtAfter(line.after().debt().amount());
        row.setPrevious(line.previous().bytes());
        row.setHash(line.hash().bytes());
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
                row.getSequence(), Kind.of(row.getKind()), new Credits(row.getAmount()),
                row.getSettles() == null ? null : new TransferId(row.getSettles()), parts(row),
                new About(row.getAboutKind(), row.getAboutId()), row.getReason(),
                row.getWrittenAt(), after(row), Hash.of(row.getPrevious()), Hash.of(row.getHash()));
    }

    private static List<Part> parts(TransferRecord row) {
        return IntStream.range(0, row.getPartGrant().length)
                .mapToObj(part -> new Part(new TransferId(row.getPartGrant()[part]),
                        new Credits(row.getPartCredits()[part]),
                        duration(row.getPartTimeLeftUs()[part])))
                .toList();
    }

    private static Balances after(TransferRecord row) {
        return new Balances(new Credits(row.getAvailableAfter()),
                new Credits(row.getHeldAfter()), new Credits(row.getDebtAfter()));
    }

    private static @Nullable Long micros(@Nullable Duration duration) {
        return duration == null ? null : (Long) Micros.in(duration);
    }

    private static @Nullable Duration duration(@Nullable Long micros) {
        return micros == null ? null : Micros.duration(micros);
    }
}
