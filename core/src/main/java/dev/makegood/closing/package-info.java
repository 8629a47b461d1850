/**
 * Closed books: what is kept of a customer's events, so that the others can be cut.
 *
 * <p>Start at {@link dev.makegood.closing.Base}. Only events are ever cut: transfers, grants,
 * projects, payments and requests stay, for they may still be refunded, disputed or repeated.
 */
@NullMarked
package dev.makegood.closing;

import org.jspecify.annotations.NullMarked;
