/**
 * What a crash leaves behind (T5): a process is halted at a named point, another one goes on, and nothing is lost
 * or doubled. Start at {@code CrashTest}, and for money at {@code SellingCrashTest}.
 */
@NullMarked
package dev.makegood.cli.crash;

import org.jspecify.annotations.NullMarked;
