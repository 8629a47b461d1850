/**
 * The proof that everything adds up: what must always hold is recomputed from what is kept.
 *
 * <p>Start at {@link dev.makegood.audit.Audit}; the letters it uses are those of the list of invariants.
 * Nothing here changes anything: what is found is for a person to judge.
 */
@NullMarked
package dev.makegood.audit;

import org.jspecify.annotations.NullMarked;
