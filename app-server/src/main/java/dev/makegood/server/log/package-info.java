/**
 * How log lines look: one line each, text for people, JSON for machines.
 *
 * <p>Start at {@link dev.makegood.server.log.Logs}. What is said is not here: lines about the business are made
 * from events by {@code EventLines}.
 */
@NullMarked
package dev.makegood.server.log;

import org.jspecify.annotations.NullMarked;
