/**
 * The command line as whoever types it sees it: arguments in, lines and an exit code out.
 *
 * <p>Most commands run in this process, on a house in memory; what only a process can show (signals, attaching
 * beside a server, crashes) is in tests of its own.
 */
@NullMarked
package dev.makegood.cli;

import org.jspecify.annotations.NullMarked;
