package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.hash.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Pins the format {@code mg1}: these hashes were computed by another program from the words of the
 * format alone.
 */
class HashChainTest {

    private static final Instant AT = Instant.parse("2026-01-01T12:00:00.123456Z");

    private final CustomerId customer = new CustomerId(id(1));
    private final TransferId grant = new TransferId(id(2));
    private final Transfer first = Transfer.following(Wallet.empty(customer),
            TransferDraft.of(TransferKind.GRANT, grant, List.of(Part.of(grant, new Credits(60))),
                    new Subject("customer", id(1)), "signup «Ω» 🐈"),
            AT);
    private final List<Part> parts = List.of(
            new Part(grant, new Credits(40), Duration.ofHours(5).plusNanos(1_000)));
    private final Transfer second = Transfer.following(Wallet.empty(customer).apply(first),
            TransferDraft.of(
                    TransferKind.HOLD, new TransferId(id(3)), parts, Subject.project(id(4)), ""),
            AT);
    private final Transfer third = Transfer.following(
            Wallet.empty(customer).apply(first).apply(second), TransferDraft.settling(
                    second.id(), TransferKind.CAPTURE, new TransferId(id(5)), parts,
                    Subject.project(id(4)),
                    "reported"),
            AT);

    private static UUID id(int n) {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L | n);
    }

    @Test
    void a_first_transfer_has_this_hash() {
        assertThat(first.hash().hex())
                .isEqualTo("750ac4604a09277fd51a05d322268d83b66a31080de4d94b9ec0337d7069bb30");
        assertThat(first.previousHash()).isEqualTo(Hash.NONE);
    }

    @Test
    void a_hold_of_a_grant_that_expires_has_this_hash() {
        assertThat(second.hash().hex())
                .isEqualTo("8f95b33f365310c573434eae4951d8b7888587ae4c6fd3e5095c8d20ac83cefe");
    }

    @Test
    void a_capture_has_this_hash() {
        assertThat(third.hash().hex())
                .isEqualTo("10aac49d804989596c4d058f3b28e231bd6ffd66300819b9cb9a45acfcebbfb2");
        assertThat(third.previousHash()).isEqualTo(second.hash());
    }

    @Test
    void a_derived_id_names_its_purpose_and_is_always_the_same() {
        assertThat(TransferId.of("hold", id(4)))
                .hasToString("0234d188-2671-803d-a50a-d8e6680d70b4");
        assertThat(TransferId.of("hold", id(4)).value().version()).isEqualTo(8);
        assertThat(TransferId.of("hold", id(4)).value().variant()).isEqualTo(2);
        assertThat(TransferId.of("capture", id(4))).isNotEqualTo(TransferId.of("hold", id(4)));
    }

    @Test
    void nothing_of_a_transfer_can_be_changed_unnoticed() {
        var t = third;

        assertThat(t.hasValidHash()).isTrue();
        assertThat(List.of(
                with(t, t.sequence() + 1, t.kind(), t.amount(), t.parts(), t.balancesAfter()),
                with(t, t.sequence(), TransferKind.RELEASE, t.amount(), t.parts(),
                        t.balancesAfter()),
                with(t, t.sequence(), t.kind(), new Credits(39), t.parts(), t.balancesAfter()),
                with(t, t.sequence(), t.kind(), t.amount(), List.of(), t.balancesAfter()),
                with(t, t.sequence(), t.kind(), t.amount(), t.parts(), first.balancesAfter())))
                        .noneMatch(Transfer::hasValidHash);
    }

    private static Transfer with(
            Transfer t, long sequence, TransferKind kind, Credits amount, List<Part> parts,
            AccountBalances after) {
        return new Transfer(t.id(), t.customer(), sequence, kind, amount, t.settles(), parts,
                t.subject(), t.reason(), t.at(), after, t.previousHash(), t.hash());
    }
}
