package dev.makegood.audit;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I5 and I7: how holds end, and what is refunded afterwards. */
class HoldsAuditTest extends AuditTestBase {

    @Test
    void a_hold_that_is_settled_twice_is_found() {
        forge(forger -> forger.settling(TransferKind.RELEASE, fixture.samples.transfer(),
                TransferId.of("hold", completed.value()), List.of(part(purchase, 40))));

        expectViolation("I5", "settles again");
        expectViolation("I5",
                "project " + completed + " completed, but its hold was ended by RELEASE");
    }

    @Test
    void a_settlement_of_no_hold_is_found() {
        forge(forger -> forger.settling(TransferKind.RELEASE, fixture.samples.transfer(), purchase,
                List.of(part(purchase, 40))));

        expectViolation("I5", "settles an unknown hold");
    }

    @Test
    void a_hold_released_in_part_is_found() {
        forge(forger -> forger.settling(TransferKind.RELEASE, fixture.samples.transfer(),
                TransferId.of("hold", open.value()), List.of(part(purchase, 39))));

        expectViolation("I5", "what was released of");
        expectViolation("I5", "project " + open + " is open, but its hold was settled");
    }

    @Test
    void a_capture_whose_rest_went_nowhere_is_found() {
        forge(forger -> forger.settling(TransferKind.CAPTURE, fixture.samples.transfer(),
                TransferId.of("hold", open.value()), List.of(part(purchase, 39))));

        expectViolation("I2", "with its remainder, is 39, not 40");
    }

    @Test
    void a_refund_of_more_than_was_captured_is_found() {
        forge(forger -> forger.transfer(TransferKind.REFUND, fixture.samples.transfer(),
                List.of(part(purchase, 26)), new Subject("capture", capture.value())));

        expectViolation("I7", "31 was refunded of 30 captured");
        expectViolation("I7", "what counts as refunded of capture " + capture + " is 5, not 31");
        expectViolation("I5", "what was refunded for project " + completed + " is 31, not 5");
    }

    @Test
    void a_refund_of_no_capture_is_found() {
        forge(forger -> forger.transfer(TransferKind.REFUND, fixture.samples.transfer(),
                List.of(part(purchase, 1)), new Subject("capture", ada.value())));

        expectViolation("I7", "is about an unknown capture");
    }

    @Test
    void a_counter_of_refunds_that_is_wrong_is_found() {
        archive.refunded(refunded -> {
            var wrong = new HashMap<>(refunded);
            wrong.put(capture, new Credits(6));
            wrong.put(purchase, new Credits(1));
            return wrong;
        });

        expectViolation("I7", "what counts as refunded of capture " + capture + " is 6, not 5");
        expectViolation("I7", "a refund is counted for an unknown capture: " + purchase);
    }
}
