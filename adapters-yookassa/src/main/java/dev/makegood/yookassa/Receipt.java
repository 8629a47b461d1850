package dev.makegood.yookassa;

import dev.makegood.money.Money;
import java.util.List;

/** What the law 54-FZ requires to be printed about a payment or a refund. */
public record Receipt(Contact customer, List<Item> items) {

    private static final int ITEMS_MAX = 100;

    public Receipt {
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() > ITEMS_MAX) {
            throw new IllegalArgumentException("a receipt has 1 to 100 items: " + items.size());
        }
    }

    /** Where it is sent. */
    public sealed interface Contact {}

    /** An e-mail address. */
    public record Email(String email) implements Contact {}

    /** A telephone number with the country code, digits only. */
    public record Phone(String number) implements Contact {}

    /**
     * One item of it.
     *
     * @param price of one piece
     * @param vatCode their number for the tax rate
     * @param subject what was sold, in their words, for example {@code service}
     * @param mode how it was paid, in their words, for example {@code full_payment}
     */
    public record Item(String description, long quantity, Money price, int vatCode, String subject,
            String mode) {

        Money total() {
            return new Money(Math.multiplyExact(quantity, price.minorUnits()), price.currency());
        }
    }

    /** All items together. */
    Money total() {
        return items.stream().map(Item::total).reduce(Money::plus).orElseThrow();
    }
}
