/**
 * Paid generations of a hostname: their prices, orders and pages.
 *
 * <p>Start at {@link dev.makegood.http.routes.generation.GenerationRoutes}.
 */
@NullMarked
package dev.makegood.http.routes.generation;

import org.jspecify.annotations.NullMarked;
