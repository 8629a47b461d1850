/**
 * {@code makegood payments}: lists, shows and polls payments.
 *
 * <p>Start at {@link dev.makegood.cli.payments.PaymentsCommands}.
 */
@NullMarked
package dev.makegood.cli.payments;

import org.jspecify.annotations.NullMarked;
