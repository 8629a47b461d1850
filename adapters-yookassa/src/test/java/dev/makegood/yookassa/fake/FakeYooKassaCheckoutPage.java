package dev.makegood.yookassa.fake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Consumer;

/** The page where a customer pays or does not, in a browser. */
final class FakeYooKassaCheckoutPage {

    private static final String PATH = "/checkout/payments/v2/contract";

    private final FakeYooKassaPayments payments;

    FakeYooKassaCheckoutPage(FakeYooKassaPayments payments) {
        this.payments = payments;
    }

    void open(RoutesConfig routes) {
        routes.get(PATH, this::show);
        routes.post(PATH + "/pay", context -> act(context, id -> payments.pay(id, "bank_card")));
        routes.post(PATH + "/decline", context -> act(context,
                id -> payments.end(id, "payment_network", "general_decline")));
    }

    private void show(Context context) {
        payments.find(orderId(context))
                .ifPresentOrElse(
                        payment -> context
                                .html(payment.hasStatus("pending") ? payableHtml(payment)
                                        : settledHtml(payment)),
                        () -> context.status(404).html(page("<p>There is no such payment.</p>")));
    }

    private void act(Context context, Consumer<String> deed) {
        var payment = payments.find(orderId(context));
        payment.filter(it -> it.hasStatus("pending")).ifPresentOrElse(it -> {
            var back = it.currentVersion().path("confirmation").path("return_url").stringValue();
            deed.accept(it.text("id"));
            context.header("Location", back).status(303);
        }, () -> show(context));
    }

    private static String orderId(Context context) {
        var id = context.queryParam("orderId");
        return id == null ? "" : id;
    }

    private static String payableHtml(FakeYooKassaObject payment) {
        return page("""
                <p>%s</p>
                <p><strong>%s</strong></p>
                <form method="post" action="%s/pay?orderId=%s"><button>Pay</button></form>
                <form method="post" action="%s/decline?orderId=%s"><button>Decline</button></form>
                """.formatted(text(payment.text("description")), text(amount(payment)), PATH,
                payment.text("id"), PATH, payment.text("id")));
    }

    private static String settledHtml(FakeYooKassaObject payment) {
        return page("<p>This payment of " + text(amount(payment)) + " is "
                + text(payment.text("status")) + ".</p>");
    }

    private static String amount(FakeYooKassaObject payment) {
        var amount = payment.currentVersion().path("amount");
        return amount.path("value").stringValue() + " " + amount.path("currency").stringValue();
    }

    private static String page(String content) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Payment</title>
                <meta name="viewport" content="width=device-width"></head>
                <body><main><h1>YooKassa, played by a fake</h1>
                <p>No money moves here.</p>
                %s</main></body></html>
                """.formatted(content);
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
