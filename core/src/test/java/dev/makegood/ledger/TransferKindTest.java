package dev.makegood.ledger;

import static dev.makegood.ledger.TransferKind.CANCEL_DEBT;
import static dev.makegood.ledger.TransferKind.CLAW_BACK;
import static dev.makegood.ledger.TransferKind.INCUR_DEBT;
import static dev.makegood.ledger.TransferKind.REINSTATE;
import static dev.makegood.ledger.TransferKind.REINSTATE_SETTLED;
import static dev.makegood.ledger.TransferKind.SETTLE_DEBT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferKindTest {

    @ParameterizedTest
    @EnumSource
    void a_label_that_was_stored_is_read_as_its_kind(TransferKind kind) {
        assertThat(TransferKind.of(kind.label())).isEqualTo(kind);
    }

    @Test
    void a_label_of_no_kind_is_refused_by_name() {
        assertThatThrownBy(() -> TransferKind.of("gift"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown kind of transfer: gift");
    }

    @Test
    void what_claws_back_and_reinstates_is_a_reversal() {
        assertThat(Stream.of(TransferKind.values()).filter(TransferKind::isReversal))
                .containsExactlyInAnyOrder(CLAW_BACK, INCUR_DEBT, CANCEL_DEBT, REINSTATE_SETTLED,
                        REINSTATE);
    }

    @Test
    void what_settles_debt_and_what_undoes_it_is_a_settlement_of_debt() {
        assertThat(Stream.of(TransferKind.values()).filter(TransferKind::isDebtSettlement))
                .containsExactlyInAnyOrder(SETTLE_DEBT, REINSTATE_SETTLED);
    }
}
