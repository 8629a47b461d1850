package dev.makegood.audit;

import dev.makegood.ledger.About;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.TransferId;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I5 and I7: how holds end, and what is given back after. */
class HoldsAuditTest extends OnAudit {

    @Test
    void a_hold_that_is_settled_twice_is_found() {
        forged(forger -> forger.settling(Kind.RELEASE, house.samples.transfer(),
                TransferId.of("hold", completed.value()),
                List.of(part(purchase, 40))));

        finds("I5", "settles again");
        finds("I5", "project " + completed + " completed, its hold ended by RELEASE");
    }

    @Test
    void a_settlement_of_no_hold_is_found() {
        forged(forger -> forger.settling(Kind.RELEASE, house.samples.transfer(), purchase,
                List.of(part(purchase, 40))));

        finds("I5", "settles no hold");
    }

    @Test
    void a_hold_released_in_part_is_found() {
        forged(forger -> forger.settling(Kind.RELEASE, house.samples.transfer(),
                TransferId.of("hold", open.value()), List.of(part(purchase, 39))));

        finds("I5", "what was released of");
        finds("I5", "project " + open + " is open, its hold is not");
    }

    @Test
    void a_capture_whose_rest_went_nowhere_is_found() {
        forged(forger -> forger.settling(Kind.CAPTURE, house.samples.transfer(),
                TransferId.of("hold", open.value()), List.of(part(purchase, 39))));

        finds("I2", "and its rest, is 39, not 40");
    }

    @Test
    void a_refund_of_more_than_was_captured_is_found() {
        forged(forger -> forger.line(Kind.REFUND, house.samples.transfer(),
                List.of(part(purchase, 26)),
                new About("capture", capture.value())));

        finds("I7", "31 was given back of 30 captured");
        finds("I7", "what counts as given back of " + capture + " is 5, not 31");
        finds("I5", "what was given back for " + completed + " is 31, not 5");
    }

    @Test
    void a_refund_of_no_capture_is_found() {
        forged(forger -> forger.line(Kind.REFUND, house.samples.transfer(),
                List.of(part(purchase, 1)), new About("capture", ada.value())));

        finds("I7", "is about no capture");
    }

    @Test
    void a_counter_of_refunds_that_is_wrong_is_found() {
        archive.refunded(refunded -> {
            var wrong = new HashMap<>(refunded);
            wrong.put(capture, new Credits(6));
            wrong.put(purchase, new Credits(1));
            return wrong;
        });

        finds("I7", "what counts as given back of " + capture + " is 6, not 5");
        finds("I7", "a refund is counted for no capture: " + purchase);
    }
}
