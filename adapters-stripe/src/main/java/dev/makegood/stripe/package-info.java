/**
 * Payments through Stripe Checkout: sessions, notices, refunds, disputes.
 *
 * <p>Start at {@link dev.makegood.stripe.StripeGateway} for our calls, and at
 * {@link dev.makegood.stripe.StripeNotices} for Stripe's notices; {@link dev.makegood.stripe.StripeBooks} lists what it
 * has. What any of it means for a payment is not here: that is the core's {@code PaymentPolicy}.
 */
@NullMarked
package dev.makegood.stripe;

import org.jspecify.annotations.NullMarked;
