package dev.makegood.yookassa;

import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.yookassa.Receipt.Contact;
import dev.makegood.yookassa.Receipt.Item;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes receipts by law 54-FZ, for shops whose fiscalisation is on.
 *
 * <p>The same bill and amount must give the same receipt every time: a request that is repeated has to be equal.
 */
@FunctionalInterface
public interface ReceiptPolicy {

    /** No receipts: somebody else prints them, or nobody has to. */
    ReceiptPolicy NONE = (bill, amount) -> Optional.empty();

    /**
     * The receipt for so much of a bill: all of it when it is paid or captured, perhaps less when money goes back.
     *
     * <p>Its items must come to that amount.
     */
    Optional<Receipt> receipt(Bill bill, Money amount);

    /** One line that repeats the bill's description, as a service paid in full. */
    static ReceiptPolicy ofOneLine(int vatCode, Function<Bill, Contact> contact) {
        return (bill, amount) -> Optional.of(new Receipt(contact.apply(bill), List.of(
                new Item(bill.description(), 1, amount, vatCode, "service", "full_payment"))));
    }
}
