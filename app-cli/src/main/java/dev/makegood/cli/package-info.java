/**
 * The command {@code makegood}: for operators, for a first look, and for scripts.
 *
 * <p>Start at {@link dev.makegood.cli.Main}; each group of commands is a class of its own. A command says what it
 * did in a {@link dev.makegood.cli.Reply}; how that is shown, and with which exit code it ends, is one place's
 * business. No rule is decided here: that is core's.
 */
@NullMarked
package dev.makegood.cli;

import org.jspecify.annotations.NullMarked;
