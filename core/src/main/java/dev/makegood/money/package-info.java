/**
 * Amounts of money, exact and in one currency each.
 *
 * <p>{@link dev.makegood.money.Money} is all there is. Credits are not money: they are the
 * ledger's.
 */
@NullMarked
package dev.makegood.money;

import org.jspecify.annotations.NullMarked;
