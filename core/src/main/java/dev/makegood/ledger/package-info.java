/**
 * A customer's credits: grants, holds, captures, releases, refunds, and the transfers that record
 * them.
 *
 * <p>Start at {@link dev.makegood.ledger.Ledger} for what a user can ask for, at
 * {@link dev.makegood.ledger.LedgerRules} for the rules within a unit of work, at
 * {@link dev.makegood.ledger.SpendingOrder} for which grant is used first. Money is not here.
 */
@NullMarked
package dev.makegood.ledger;

import org.jspecify.annotations.NullMarked;
