/**
 * How log lines look: one line each, text for people, JSON for machines.
 *
 * <p>Start at {@link dev.makegood.server.log.LogConfiguration}. What the lines say is not here: those about
 * the business are made from events by {@code EventLogger}.
 */
@NullMarked
package dev.makegood.server.log;

import org.jspecify.annotations.NullMarked;
