/**
 * Payments through YooKassa, whose notices prove nothing: whatever counts is read back from its API.
 *
 * <p>Start at {@link dev.makegood.yookassa.YooKassa}, which takes money and gives it back, and at
 * {@link dev.makegood.yookassa.YooKassaNotices}, which hears of it. Receipts by law 54-FZ are a
 * {@link dev.makegood.yookassa.ReceiptPolicy}. What a report means for a payment is not here: core decides that.
 */
@NullMarked
package dev.makegood.yookassa;

import org.jspecify.annotations.NullMarked;
