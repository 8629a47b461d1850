/**
 * The rules of the architecture that a test keeps, in core; those over the whole graph are in
 * {@code app-cli}.
 *
 * <p>One class per subject: what core depends on, the order of its packages, the shape of its
 * types, its ports.
 */
@NullMarked
package dev.makegood.architecture;

import org.jspecify.annotations.NullMarked;
