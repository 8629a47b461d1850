/**
 * {@code makegood refund}: refunds credits or payments, one at a time or from a list.
 *
 * <p>Start at {@link dev.makegood.cli.refund.RefundCommands}.
 */
@NullMarked
package dev.makegood.cli.refund;

import org.jspecify.annotations.NullMarked;
