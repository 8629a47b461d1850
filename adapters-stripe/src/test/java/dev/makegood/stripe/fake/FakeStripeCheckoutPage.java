package dev.makegood.stripe.fake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The hosted page of a session, for a browser: plain HTML, four buttons, no script. */
record FakeStripeCheckoutPage(FakeStripeState state, FakeStripeSessions sessions) {

    private static final Set<String> NO_DECIMALS = Set.of("bif", "clp", "djf", "gnf", "jpy", "kmf",
            "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf");
    private static final Set<String> THREE_DECIMALS = Set.of("bhd", "jod", "kwd", "omr", "tnd");

    void routes(RoutesConfig routes) {
        routes.get("/c/pay/{id}", context -> show(context, ""));
        routes.post("/c/pay/{id}/pay", context -> pay(context, false));
        routes.post("/c/pay/{id}/later", context -> pay(context, true));
        routes.post("/c/pay/{id}/decline", context -> show(context, "Your card was declined."));
        routes.post("/c/pay/{id}/cancel", this::cancel);
    }

    private void pay(Context context, boolean later) {
        var id = context.pathParam("id");
        try {
            var session = state.synchronize(() -> later
                    ? sessions.submit(id, "sepa_debit")
                    : sessions.pay(id, "card"));
            context.redirect(session.path("success_url")
                    .stringValue()
                    .replace("{CHECKOUT_SESSION_ID}", id));
        } catch (FakeStripeError stripeError) {
            respondGone(context, stripeError);
        }
    }

    private void cancel(Context context) {
        try {
            var session = state.synchronize(() -> state.sessions.find(context.pathParam("id")));
            var back = session.path("cancel_url").asString("");
            context.redirect(back.isEmpty() ? "/c/pay/" + context.pathParam("id") : back);
        } catch (FakeStripeError stripeError) {
            respondGone(context, stripeError);
        }
    }

    private void show(Context context, String trouble) {
        try {
            context.html(
                    page(state.synchronize(() -> sessions.requireOpen(context.pathParam("id"))),
                            trouble));
        } catch (FakeStripeError stripeError) {
            respondGone(context, stripeError);
        }
    }

    private static void respondGone(Context context, FakeStripeError stripeError) {
        context.status(stripeError.status == 404 ? 404 : 410)
                .html(html("Something went wrong",
                        "<p>The page you were looking for has expired or never was.</p>"));
    }

    private static String page(ObjectNode session, String trouble) {
        var act = "/c/pay/" + session.path("id").stringValue();
        var what = session.path("_line_items").path("data").path(0).path("description");
        return html("Pay " + amount(session),
                """
                        <p role="alert">%s</p>
                        <p>%s</p>
                        <form method="post" action="%s/pay"><button id="pay">Pay</button></form>
                        <form method="post" action="%s/later"><button id="later">Pay later, by bank</button></form>
                        <form method="post" action="%s/decline"><button id="decline">Pay with a bad card</button></form>
                        <form method="post" action="%s/cancel"><button id="cancel">Back to the shop</button></form>
                        """
                        .formatted(trouble, escape(what.asString("")), act, act, act, act));
    }

    static String amount(ObjectNode session) {
        var currency = session.path("currency").stringValue();
        var decimals =
                NO_DECIMALS.contains(currency) ? 0 : THREE_DECIMALS.contains(currency) ? 3 : 2;
        var major = BigDecimal.valueOf(session.path("amount_total").longValue(), decimals);
        return major.toPlainString() + " " + currency.toUpperCase(java.util.Locale.ROOT);
    }

    private static String html(String title, String body) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width">
                <style>body{font:16px sans-serif;max-width:28rem;margin:3rem auto;padding:0 1rem}
                button{display:block;width:100%%;padding:.8rem;margin:.6rem 0;font:inherit}</style>
                </head><body><main><p>A fake of Stripe: no money moves.</p><h1>%s</h1>
                %s</main></body></html>
                """.formatted(escape(title), escape(title), body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
