package dev.makegood.yookassa;

import dev.makegood.httpclient.ErrorText;
import dev.makegood.money.Money;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentGateway.RefundInstruction;
import dev.makegood.yookassa.Receipt.Email;
import dev.makegood.yookassa.Receipt.Item;
import dev.makegood.yookassa.Receipt.Phone;
import dev.makegood.yookassa.YooKassaSettings.CaptureMode;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of our requests; the same request has the same body every time. */
record YooKassaRequests(CaptureMode captureMode, ReceiptPolicy receipts) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DESCRIPTION_MAX = 128;

    ObjectNode payment(PaymentDetails details) {
        var body = JSON.createObjectNode();
        body.set("amount", YooKassaAmounts.toJson(details.amount()));
        body.put("capture", captureMode == CaptureMode.AUTOMATIC);
        body.putObject("confirmation")
                .put("type", "redirect")
                .put("return_url", details.returnUrls().success());
        body.put("description", ErrorText.truncate(details.description(), DESCRIPTION_MAX));
        var metadata = body.putObject("metadata");
        new TreeMap<>(details.metadata()).forEach(metadata::put);
        metadata.put(YooKassaPayment.PAYMENT_ID_KEY, details.id().toString());
        return withReceipt(body, details, details.amount());
    }

    /** The amount goes along: what is captured is what was billed, also if another amount was authorised. */
    ObjectNode capture(PaymentDetails details) {
        var body = JSON.createObjectNode();
        body.set("amount", YooKassaAmounts.toJson(details.amount()));
        return withReceipt(body, details, details.amount());
    }

    ObjectNode refund(RefundInstruction instruction) {
        var body = JSON.createObjectNode();
        body.put("payment_id", instruction.paymentRef().id());
        body.set("amount", YooKassaAmounts.toJson(instruction.amount()));
        body.put("description", YooKassaRefundDescription.of(instruction));
        return withReceipt(body, instruction.details(), instruction.amount());
    }

    static ObjectNode emptyBody() {
        return JSON.createObjectNode();
    }

    private ObjectNode withReceipt(ObjectNode body, PaymentDetails details, Money amount) {
        receipts.receiptFor(details, amount).ifPresent(receipt -> {
            if (!receipt.total().equals(amount)) {
                throw new IllegalStateException(
                        "the items of the receipt of payment " + details.id()
                                + " come to " + receipt.total() + ", not to its amount " + amount);
            }
            body.set("receipt", toJson(receipt));
        });
        return body;
    }

    private static ObjectNode toJson(Receipt receipt) {
        var json = JSON.createObjectNode();
        var customer = json.putObject("customer");
        switch (receipt.customer()) {
            case Email email -> customer.put("email", email.email());
            case Phone phone -> customer.put("phone", phone.number());
        }
        var items = json.putArray("items");
        receipt.items().forEach(item -> items.add(toJson(item)));
        return json;
    }

    private static ObjectNode toJson(Item item) {
        var json = JSON.createObjectNode()
                .put("description", ErrorText.truncate(item.description(), DESCRIPTION_MAX))
                .put("quantity", Long.toString(item.quantity()))
                .put("vat_code", item.vatCode())
                .put("payment_subject", item.subject())
                .put("payment_mode", item.mode());
        json.set("amount", YooKassaAmounts.toJson(item.price()));
        return json;
    }
}
