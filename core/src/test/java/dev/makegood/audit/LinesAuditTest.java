package dev.makegood.audit;

import dev.makegood.ledger.About;
import dev.makegood.ledger.Balances;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I1 to I4: lines, sums and hashes. */
class LinesAuditTest extends OnAudit {

    @Test
    void a_line_that_was_changed_is_found() {
        archive.transfers(changing(3, line -> Forger.changed(line, line.amount(), "no reason")));

        findsOnly("I4", "line 3 is not what it was");
    }

    @Test
    void an_amount_that_was_changed_is_found_in_the_sums_too() {
        archive.transfers(changing(3, line -> Forger.changed(line, new Credits(91), "")));

        finds("I1", "what left the house");
        finds("I2", "what is available");
        finds("I4", "line 3 is not what it was");
        finds("I4", "line 3 says");
    }

    @Test
    void a_line_that_was_rewritten_with_its_hash_is_found_by_the_one_after() {
        archive.transfers(changing(1, line -> Forger.rewritten(line, null, "no reason")));

        findsOnly("I4", "line 2 does not follow");
    }

    @Test
    void a_line_that_was_taken_out_is_found() {
        archive.transfers(lines -> without(lines, 4));

        finds("I4", "the number of");
        finds("I4", "line 6 does not follow the one before");
    }

    @Test
    void a_last_line_that_was_taken_out_is_found() {
        archive.transfers(lines -> without(lines, lines.size() - 1));

        finds("I4", "the wallet's number of lines is 13, not 12");
        finds("I4", "the wallet does not end");
    }

    @Test
    void a_wallet_that_was_changed_is_found() {
        archive.wallet(wallet -> with(wallet, new Balances(wallet.balances()
                .available()
                .plus(
                        new Credits(1)),
                wallet.balances().held(), wallet.balances().debt())));

        finds("I1", "what left the house");
        finds("I2", "what is available is");
        finds("I2", "what is left of all grants");
    }

    @Test
    void a_wallet_that_says_more_is_held_is_found() {
        archive.wallet(wallet -> with(wallet, new Balances(wallet.balances().available(),
                new Credits(41), wallet.balances().debt())));

        finds("I2", "what is held is 41, not 40");
    }

    @Test
    void a_debt_beside_credits_is_found() {
        archive.wallet(wallet -> with(wallet, new Balances(wallet.balances().available(),
                wallet.balances().held(), new Credits(1))));

        finds("I2", "the debt is 1, not 0");
        finds("I3", "a debt stands beside credits");
    }

    @Test
    void a_line_that_leaves_a_debt_beside_credits_is_found() {
        forged(forger -> forger.of(Kind.OWE, house.samples.transfer(), new Credits(4), List.of(),
                new About("grant", purchase.value())));
        forgedOntop(forger -> forger.line(Kind.LOWER, house.samples.transfer(),
                List.of(part(purchase, 1)), new About("test", ada.value())));

        finds("I3", "before line 15 a debt stood beside credits");
    }

    @Test
    void a_balance_below_zero_is_found() {
        archive.transfers(changing(4, line -> Forger.changed(line, new Credits(100_000), "")));

        finds("I3", "below zero at line");
    }
}
