/**
 * The rules of the house that a test keeps, in core; the same over the whole graph are with whoever sees everything.
 *
 * <p>One class per subject: what core depends on, the order of its packages, the shape of its types, its ports.
 */
@NullMarked
package dev.makegood.architecture;

import org.jspecify.annotations.NullMarked;
