/**
 * Who may call: API keys and roles; and which requests are repeats: idempotency keys.
 *
 * <p>Start at {@link dev.makegood.access.ApiKeys} and {@link dev.makegood.access.IdempotencyKeys}.
 * How a key travels in a request is the HTTP adapter's.
 */
@NullMarked
package dev.makegood.access;

import org.jspecify.annotations.NullMarked;
