/**
 * The rules of the house, over everything that is shipped: the command line sees all of it.
 *
 * <p>Each rule has the number it has on the page about the architecture.
 */
@NullMarked
package dev.makegood.architecture;

import org.jspecify.annotations.NullMarked;
