/**
 * What the routes of several rooms share: whose request it is, which project it means, and doing it once.
 *
 * <p>Start at {@link dev.makegood.http.routes.shared.IdempotentExecution}.
 */
@NullMarked
package dev.makegood.http.routes.shared;

import org.jspecify.annotations.NullMarked;
