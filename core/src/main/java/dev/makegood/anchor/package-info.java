/**
 * Digests of all books, to keep elsewhere: proof that later books continue them.
 *
 * <p>Start at {@link dev.makegood.anchor.Anchors}. Where the lines are kept is not said here.
 */
@NullMarked
package dev.makegood.anchor;

import org.jspecify.annotations.NullMarked;
