/**
 * Buying credits, and the notices of gateways.
 *
 * <p>Start at {@link dev.makegood.http.routes.payment.PaymentRoutes}.
 */
@NullMarked
package dev.makegood.http.routes.payment;

import org.jspecify.annotations.NullMarked;
