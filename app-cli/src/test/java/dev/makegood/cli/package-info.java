/**
 * The command line as an operator sees it: arguments in, lines and an exit code out.
 *
 * <p>Most commands run in this process, on an installation in memory; what only a process can show (signals, attaching
 * beside a server, crashes) is in tests of its own.
 */
@NullMarked
package dev.makegood.cli;

import org.jspecify.annotations.NullMarked;
