/**
 * The life cycle of a payment: billed, open, succeeded or not, and its refunds and disputes.
 *
 * <p>Start at {@link dev.makegood.payment.Payment} for the states, at {@code PaymentPolicy} for
 * what a gateway's report does to each, and at {@link dev.makegood.payment.Payments} for what a
 * user can ask for. A new gateway is a {@link dev.makegood.payment.PaymentGateway} and a
 * {@link dev.makegood.payment.NoticeReader}. Projects are not here.
 */
@NullMarked
package dev.makegood.payment;

import org.jspecify.annotations.NullMarked;
