/**
 * Who owns credits and projects.
 *
 * <p>Start at {@link dev.makegood.customer.Identity}: requests name customers by it, everything
 * inside by {@link dev.makegood.customer.CustomerId}. Balances are not here: they are the ledger's.
 */
@NullMarked
package dev.makegood.customer;

import org.jspecify.annotations.NullMarked;
