/**
 * Makegood in bad weather: random commands, a flaky pipeline, lost and doubled reports, and crashes
 * between any two steps, in virtual time and from a seed.
 *
 * <p>Start at {@code Simulation}; {@code Trade} is the same for payments, with a bad post and a
 * fake gateway. A failing seed is printed and replays to the same events. What threads do to each
 * other is not here: one thread plays all parts.
 */
@NullMarked
package dev.makegood.simulation;

import org.jspecify.annotations.NullMarked;
