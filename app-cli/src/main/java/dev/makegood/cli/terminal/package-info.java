/**
 * What a command and its terminal agree on: results and their exit codes, tables, JSON, progress, and the
 * environment a command runs in.
 *
 * <p>Start at {@link dev.makegood.cli.terminal.CommandResult}. Nothing here knows a command.
 */
@NullMarked
package dev.makegood.cli.terminal;

import org.jspecify.annotations.NullMarked;
