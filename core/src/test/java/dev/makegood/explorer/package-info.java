/**
 * Every order of a few deeds, tried exhaustively: what random walks meet by luck, small worlds meet for certain.
 *
 * <p>Start at {@link dev.makegood.explorer.ExplorerTest}. A scope is a small world and the deeds that can be done in
 * it; {@link dev.makegood.explorer.Explorer} plays every sequence of them, drains what is left to do, and checks.
 */
@NullMarked
package dev.makegood.explorer;

import org.jspecify.annotations.NullMarked;
