/**
 * Payments through YooKassa, whose notices prove nothing: what counts is read back from its API.
 *
 * <p>Start at {@link dev.makegood.yookassa.YooKassaGateway}, which takes and refunds payments, and at
 * {@link dev.makegood.yookassa.YooKassaNotices}, which reads notices. Receipts by law 54-FZ are a
 * {@link dev.makegood.yookassa.ReceiptPolicy}. What a report means for a payment is not here: core decides that.
 */
@NullMarked
package dev.makegood.yookassa;

import org.jspecify.annotations.NullMarked;
