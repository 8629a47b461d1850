/**
 * {@code makegood credits}: balances, statements, grants and adjustments.
 *
 * <p>Start at {@link dev.makegood.cli.credits.CreditsCommands}.
 */
@NullMarked
package dev.makegood.cli.credits;

import org.jspecify.annotations.NullMarked;
