/**
 * Paid generation for a hostname: calculated, paid if it costs money, then worked on like any
 * project.
 *
 * <p>Start at {@link dev.makegood.generation.Generations}. The prices are {@code pricing}'s, the
 * money is {@code payment}'s, the work is {@code project}'s; here is what ties the three together.
 */
@NullMarked
package dev.makegood.generation;

import org.jspecify.annotations.NullMarked;
