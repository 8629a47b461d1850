package dev.makegood.ledger;

import dev.makegood.customer.CustomerId;
import dev.makegood.hash.Hash;
import dev.makegood.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hash of a transfer; its fields and their order are part of the format {@code mg1}. */
final class HashChain {

    private static final String FORMAT = "mg1";

    private HashChain() {}

    static Hash hash(
            CustomerId customer, long sequence, TransferDraft draft, Instant at,
            AccountBalances balancesAfter, Hash previousHash) {
        return Hash.of(Sha256.hash(
                text(FORMAT), text(customer), number(sequence), text(draft.id()),
                text(draft.kind().label()), text(draft.kind().from().label()),
                text(draft.kind().to().label()), number(draft.amount().amount()),
                text(orEmpty(draft.settles())), parts(draft.parts()), text(draft.subject()),
                text(draft.reason()), number(micros(at)),
                number(balancesAfter.available().amount()), number(balancesAfter.held().amount()),
                number(balancesAfter.debt().amount()), previousHash.bytes()));
    }

    private static byte[] parts(List<Part> parts) {
        return Sha256.hash(parts.stream().map(HashChain::part).toArray(byte[][]::new));
    }

    private static byte[] part(Part part) {
        return Sha256.hash(text(part.grant()), number(part.credits().amount()),
                text(timeLeft(part.timeLeft())));
    }

    private static String timeLeft(@Nullable Duration timeLeft) {
        return timeLeft == null ? ""
                : Long.toString(timeLeft.dividedBy(ChronoUnit.MICROS.getDuration()));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static byte[] number(long number) {
        return text(number);
    }

    private static byte[] text(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
