/**
 * The proof that everything adds up: what must always hold is recomputed from what is stored.
 *
 * <p>Start at {@link dev.makegood.audit.Audit}; its codes, such as I4, are those of the list of
 * invariants. Nothing here changes anything: what to do about a violation is an operator's
 * decision.
 */
@NullMarked
package dev.makegood.audit;

import org.jspecify.annotations.NullMarked;
