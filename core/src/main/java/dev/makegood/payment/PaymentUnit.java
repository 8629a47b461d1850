package dev.makegood.payment;

import dev.makegood.ledger.LedgerUnit;

/** The part of a unit of work that moves payments, and credits with them. */
public interface PaymentUnit extends LedgerUnit {

    PaymentStore payments();
}
