/**
 * {@code makegood find}: anything, by what a person has in hand.
 *
 * <p>Start at {@link dev.makegood.cli.find.FindCommand}.
 */
@NullMarked
package dev.makegood.cli.find;

import org.jspecify.annotations.NullMarked;
