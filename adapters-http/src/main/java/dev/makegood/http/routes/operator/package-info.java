/**
 * What operators read across customers, and what they change, each with a reason.
 *
 * <p>Start at {@link dev.makegood.http.routes.operator.OperatorListRoutes}.
 */
@NullMarked
package dev.makegood.http.routes.operator;

import org.jspecify.annotations.NullMarked;
