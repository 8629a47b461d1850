package dev.makegood.yookassa;

import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.PaymentGateway.RefundOrder;
import dev.makegood.yookassa.Receipt.Email;
import dev.makegood.yookassa.Receipt.Item;
import dev.makegood.yookassa.Receipt.Phone;
import dev.makegood.yookassa.Settings.Stages;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What we ask for, as they want it written; the same wish is the same text every time. */
record Wishes(Stages stages, ReceiptPolicy receipts) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DESCRIPTION_MAX = 128;

    ObjectNode payment(Bill bill) {
        var wish = JSON.createObjectNode();
        wish.set("amount", Amounts.written(bill.amount()));
        wish.put("capture", stages == Stages.ONE);
        wish.putObject("confirmation")
                .put("type", "redirect")
                .put("return_url", bill.backTo().success());
        wish.put("description", Texts.cut(bill.description(), DESCRIPTION_MAX));
        wish.putObject("metadata").put(TheirPayment.OURS, bill.id().toString());
        return withReceipt(wish, bill, bill.amount());
    }

    /** The amount goes along: what is taken is what was billed, whatever was set aside. */
    ObjectNode capture(Bill bill) {
        var wish = JSON.createObjectNode();
        wish.set("amount", Amounts.written(bill.amount()));
        return withReceipt(wish, bill, bill.amount());
    }

    ObjectNode refund(RefundOrder order) {
        var wish = JSON.createObjectNode();
        wish.put("payment_id", order.paid().id());
        wish.set("amount", Amounts.written(order.amount()));
        wish.put("description", RefundNote.of(order));
        return withReceipt(wish, order.bill(), order.amount());
    }

    static ObjectNode nothingMore() {
        return JSON.createObjectNode();
    }

    private ObjectNode withReceipt(ObjectNode wish, Bill bill, Money amount) {
        receipts.receipt(bill, amount).ifPresent(receipt -> {
            if (!receipt.total().equals(amount)) {
                throw new IllegalStateException("a receipt over " + receipt.total() + " for "
                        + amount + ": " + bill.id());
            }
            wish.set("receipt", written(receipt));
        });
        return wish;
    }

    private static ObjectNode written(Receipt receipt) {
        var written = JSON.createObjectNode();
        var customer = written.putObject("customer");
        switch (receipt.customer()) {
            case Email email -> customer.put("email", email.address());
            case Phone phone -> customer.put("phone", phone.number());
        }
        var items = written.putArray("items");
        receipt.items().forEach(item -> items.add(written(item)));
        return written;
    }

    private static ObjectNode written(Item item) {
        var written = JSON.createObjectNode()
                .put("description", Texts.cut(item.description(), DESCRIPTION_MAX))
                .put("quantity", Long.toString(item.quantity()))
                .put("vat_code", item.vatCode())
                .put("payment_subject", item.subject())
                .put("payment_mode", item.mode());
        written.set("amount", Amounts.written(item.price()));
        return written;
    }
}
