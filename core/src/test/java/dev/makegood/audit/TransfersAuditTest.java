package dev.makegood.audit;

import dev.makegood.ledger.AccountBalances;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I1 to I4: transfers, sums and hashes. */
class TransfersAuditTest extends AuditTestBase {

    @Test
    void a_transfer_that_was_changed_is_found() {
        archive.transfers(changeTransfer(3,
                transfer -> Forger.withAmountAndReason(transfer, transfer.amount(), "no reason")));

        expectOnlyViolation("I4", "transfer 3 does not match its hash");
    }

    @Test
    void an_amount_that_was_changed_is_found_in_the_sums_too() {
        archive.transfers(changeTransfer(3,
                transfer -> Forger.withAmountAndReason(transfer, new Credits(91), "")));

        expectViolation("I1", "the sum of available, held and debt");
        expectViolation("I2", "the available balance");
        expectViolation("I4", "transfer 3 does not match its hash");
        expectViolation("I4", "transfer 3 records");
    }

    @Test
    void a_transfer_that_was_rewritten_with_its_hash_is_found_by_the_one_after() {
        archive.transfers(
                changeTransfer(1, transfer -> Forger.rewrite(transfer, null, "no reason")));

        expectViolation("I4", "transfer 2 does not carry the hash");
        expectViolation("I10", "is not that of the next transfer");
    }

    @Test
    void a_transfer_that_was_removed_is_found() {
        archive.transfers(lines -> without(lines, 4));

        expectViolation("I4", "the sequence number of transfer");
        expectViolation("I4", "transfer 6 does not carry the hash of the one before");
    }

    @Test
    void a_last_transfer_that_was_removed_is_found() {
        archive.transfers(lines -> without(lines, lines.size() - 1));

        expectViolation("I4", "the wallet's number of transfers is 13, not 12");
        expectViolation("I4", "the wallet's head is not");
    }

    @Test
    void a_wallet_that_was_changed_is_found() {
        archive.wallet(wallet -> with(wallet, new AccountBalances(wallet.balances()
                .available()
                .plus(
                        new Credits(1)),
                wallet.balances().held(), wallet.balances().debt())));

        expectViolation("I1", "the sum of available, held and debt");
        expectViolation("I2", "the available balance is");
        expectViolation("I2", "what is left of all grants");
    }

    @Test
    void a_wallet_that_says_more_is_held_is_found() {
        archive.wallet(wallet -> with(wallet, new AccountBalances(wallet.balances().available(),
                new Credits(41), wallet.balances().debt())));

        expectViolation("I2", "the held balance, by its open holds, is 41, not 40");
    }

    @Test
    void a_debt_beside_credits_is_found() {
        archive.wallet(wallet -> with(wallet, new AccountBalances(wallet.balances().available(),
                wallet.balances().held(), new Credits(1))));

        expectViolation("I2", "the debt is 1, not 0");
        expectViolation("I3", "available and debt are both above zero");
    }

    @Test
    void a_transfer_that_leaves_a_debt_beside_available_credits_is_found() {
        forge(forger -> forger.of(TransferKind.INCUR_DEBT, fixture.samples.transfer(),
                new Credits(4), List.of(), new Subject("grant", purchase.value())));
        forgeOnTop(forger -> forger.transfer(TransferKind.ADJUST_DOWN, fixture.samples.transfer(),
                List.of(part(purchase, 1)), new Subject("test", ada.value())));

        expectViolation("I3", "before transfer 15, available and debt were both above zero");
    }

    @Test
    void a_balance_below_zero_is_found() {
        archive.transfers(changeTransfer(4,
                transfer -> Forger.withAmountAndReason(transfer, new Credits(100_000), "")));

        expectViolation("I3", "below zero after transfer");
    }
}
