package dev.makegood.yookassa;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.yookassa.Receipt.Contact;
import dev.makegood.yookassa.Receipt.Item;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes receipts by law 54-FZ, for shops whose fiscalisation is on.
 *
 * <p>The same payment and amount must give the same receipt every time: a repeated request has to be equal.
 */
@FunctionalInterface
public interface ReceiptPolicy {

    /** No receipts: another system prints them, or none are required. */
    ReceiptPolicy NONE = (details, amount) -> Optional.empty();

    /**
     * The receipt for an amount of a payment: all of it at checkout and capture, perhaps less for a refund.
     *
     * <p>Its items must come to that amount.
     */
    Optional<Receipt> receiptFor(PaymentDetails details, Money amount);

    /** One item with the payment's description, as a service paid in full. */
    static ReceiptPolicy ofOneItem(int vatCode, Function<PaymentDetails, Contact> contact) {
        return (details, amount) -> Optional.of(new Receipt(contact.apply(details), List.of(
                new Item(details.description(), 1, amount, vatCode, "service", "full_payment"))));
    }
}
