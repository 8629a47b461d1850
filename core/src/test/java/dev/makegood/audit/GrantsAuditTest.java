package dev.makegood.audit;

import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I2 and I7: what is left of the grants. */
class GrantsAuditTest extends AuditTestBase {

    @Test
    void a_grant_with_more_left_than_its_transfers_say_is_found() {
        archive.grants(grants -> grants.stream()
                .map(grant -> grant.id().equals(purchase) ? with(grant, 99, 34) : grant)
                .toList());

        expectViolation("I2", "what is left of grant " + purchase);
        expectViolation("I2", "what is left of all grants");
    }

    @Test
    void a_grant_of_which_more_was_clawed_back_than_its_transfers_say_is_found() {
        archive.grants(grants -> grants.stream()
                .map(grant -> grant.id().equals(purchase)
                        ? with(grant, grant.remaining().amount(), 101)
                        : grant)
                .toList());

        expectViolation("I7", "what was clawed back of grant " + purchase + " is 101, not 34");
        expectViolation("I7", "more was clawed back than granted");
    }

    @Test
    void a_grant_that_is_gone_is_found() {
        archive.grants(grants -> grants.subList(1, grants.size()));

        expectViolation("I2", "the number of grants");
    }

    @Test
    void credits_taken_from_an_unknown_grant_are_found() {
        forge(forger -> forger.transfer(TransferKind.ADJUST_DOWN, fixture.samples.transfer(),
                List.of(part(fixture.samples.transfer(), 1)), new Subject("test", ada.value())));

        expectViolation("I2", "has a part of an unknown grant");
    }

    @Test
    void more_taken_from_a_grant_than_there_was_is_found() {
        forge(forger -> forger.transfer(TransferKind.ADJUST_DOWN, fixture.samples.transfer(),
                List.of(part(purchase, 200)), new Subject("test", ada.value())));

        expectViolation("I2", "takes more of grant " + purchase);
    }

    @Test
    void parts_that_do_not_add_up_to_a_transfer_are_found() {
        forge(forger -> forger.of(TransferKind.ADJUST_DOWN, fixture.samples.transfer(),
                new Credits(3), List.of(part(purchase, 2)), new Subject("test", ada.value())));

        expectViolation("I2", "the parts of transfer 14 do not add up to its amount");
    }
}
