/**
 * The rules of the architecture, over everything that is shipped: the command line depends on all of it.
 *
 * <p>Each rule has the number it has on the page about the architecture.
 */
@NullMarked
package dev.makegood.architecture;

import org.jspecify.annotations.NullMarked;
