/**
 * The command {@code makegood}: for operators, for a first look, and for scripts.
 *
 * <p>Start at {@link dev.makegood.cli.Main}; each group of commands is a package of its own. What all of
 * them share is in {@code command}, how a file with a list is read in {@code list}, what several of them show in
 * {@code output}. A command returns a
 * {@link dev.makegood.cli.terminal.CommandResult}; only {@code terminal} prints it. No rule of the business is
 * decided here: that is core's.
 */
@NullMarked
package dev.makegood.cli;

import org.jspecify.annotations.NullMarked;
