/**
 * Who may call: API keys and roles; and who called before: requests with idempotency keys.
 *
 * <p>Start at {@link dev.makegood.access.Keyring} and {@link dev.makegood.access.Repeats}. How a key travels in a
 * request is the HTTP adapter's.
 */
@NullMarked
package dev.makegood.access;

import org.jspecify.annotations.NullMarked;
