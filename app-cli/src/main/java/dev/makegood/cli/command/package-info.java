/**
 * What commands share: opening the installation, options and arguments of several commands.
 *
 * <p>Start at {@link dev.makegood.cli.command.CommandContext}. How a result is printed is in
 * {@code terminal}.
 */
@NullMarked
package dev.makegood.cli.command;

import org.jspecify.annotations.NullMarked;
