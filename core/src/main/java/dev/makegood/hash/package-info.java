/**
 * Hashes that make changes visible: of lists of fields, and of each record over the one before.
 *
 * <p>Start at {@link dev.makegood.hash.Hash}. What is hashed, and in which order, is said by each
 * concept's own format, such as {@code mg1}; no format ever changes.
 */
@NullMarked
package dev.makegood.hash;

import org.jspecify.annotations.NullMarked;
