package dev.makegood.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pins the format {@code mg1}: these hashes were computed by another program from the words of the format alone. */
class ChainTest {

    private static final Instant AT = Instant.parse("2026-01-01T12:00:00.123456Z");

    private final CustomerId customer = new CustomerId(id(1));
    private final TransferId grant = new TransferId(id(2));
    private final Transfer first = Transfer.after(Wallet.empty(customer),
            Draft.of(Kind.GRANT, grant, List.of(Part.of(grant, new Credits(60))),
                    new About("welcome", id(1)), "welcome «Ω» 🐈"),
            AT);
    private final List<Part> parts = List.of(
            new Part(grant, new Credits(40), Duration.ofHours(5).plusNanos(1_000)));
    private final Transfer second = Transfer.after(Wallet.empty(customer).then(first), Draft.of(
            Kind.HOLD, new TransferId(id(3)), parts, About.project(id(4)), ""), AT);
    private final Transfer third = Transfer.after(
            Wallet.empty(customer).then(first).then(second), Draft.settling(
                    second.id(), Kind.CAPTURE, new TransferId(id(5)), parts, About.project(id(4)),
                    "reported"),
            AT);

    private static UUID id(int n) {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L | n);
    }

    @Test
    void a_first_line_has_this_hash() {
        assertThat(first.hash().hex())
                .isEqualTo("0ead5f2950ac1ad5edf0de00fcef5ce3b15ed3959526d03ec5d74520c71048a9");
        assertThat(first.previous()).isEqualTo(Hash.NONE);
    }

    @Test
    void a_hold_of_a_grant_that_expires_has_this_hash() {
        assertThat(second.hash().hex())
                .isEqualTo("3f6b9df299e7f448595e1d88317807e6090e8d0a3ff621206840dbb5bc6f904b");
    }

    @Test
    void a_capture_has_this_hash() {
        assertThat(third.hash().hex())
                .isEqualTo("830525c037cff08336c005a405b372abb139457945b3d9ad1a5c412a8017b647");
        assertThat(third.previous()).isEqualTo(second.hash());
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
    void nothing_of_a_line_can_be_changed_unseen() {
        var t = third;

        assertThat(t.isWhole()).isTrue();
        assertThat(List.of(
                with(t, t.sequence() + 1, t.kind(), t.amount(), t.parts(), t.after()),
                with(t, t.sequence(), Kind.RELEASE, t.amount(), t.parts(), t.after()),
                with(t, t.sequence(), t.kind(), new Credits(39), t.parts(), t.after()),
                with(t, t.sequence(), t.kind(), t.amount(), List.of(), t.after()),
                with(t, t.sequence(), t.kind(), t.amount(), t.parts(), first.after())))
                        .noneMatch(Transfer::isWhole);
    }

    private static Transfer with(
            Transfer t, long sequence, Kind kind, Credits amount, List<Part> parts,
            Balances after) {
        return new Transfer(t.id(), t.customer(), sequence, kind, amount, t.settles(), parts,
                t.about(), t.reason(), t.at(), after, t.previous(), t.hash());
    }
}
