package dev.makegood.audit;

import dev.makegood.ledger.About;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I2 and I7: what is left of the grants. */
class GrantsAuditTest extends OnAudit {

    @Test
    void a_grant_with_more_left_than_its_transfers_say_is_found() {
        archive.grants(grants -> grants.stream()
                .map(grant -> grant.id().equals(purchase) ? with(grant, 99, 34) : grant)
                .toList());

        finds("I2", "what is left of grant " + purchase);
        finds("I2", "what is left of all grants");
    }

    @Test
    void a_grant_of_which_more_was_taken_back_than_its_transfers_say_is_found() {
        archive.grants(grants -> grants.stream()
                .map(grant -> grant.id().equals(purchase) ? with(grant, grant.left().amount(), 101)
                        : grant)
                .toList());

        finds("I7", "what was taken back of grant " + purchase + " is 101, not 34");
        finds("I7", "more was taken back than granted");
    }

    @Test
    void a_grant_that_is_gone_is_found() {
        archive.grants(grants -> grants.subList(1, grants.size()));

        finds("I2", "the number of grants");
    }

    @Test
    void credits_taken_from_no_grant_are_found() {
        forged(forger -> forger.line(Kind.LOWER, house.samples.transfer(),
                List.of(part(house.samples.transfer(), 1)),
                new About("test", ada.value())));

        finds("I2", "moves credits of no grant");
    }

    @Test
    void more_taken_from_a_grant_than_there_was_is_found() {
        forged(forger -> forger.line(Kind.LOWER, house.samples.transfer(),
                List.of(part(purchase, 200)), new About("test", ada.value())));

        finds("I2", "takes more of grant " + purchase);
    }

    @Test
    void parts_that_are_not_all_of_a_line_are_found() {
        forged(forger -> forger.of(Kind.LOWER, house.samples.transfer(), new Credits(3),
                List.of(part(purchase, 2)), new About("test", ada.value())));

        finds("I2", "the parts of line 14 are not all of it");
    }
}
