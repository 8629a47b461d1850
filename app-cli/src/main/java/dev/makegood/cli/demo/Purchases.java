package dev.makegood.cli.demo;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells what becomes of money: credits are bought, a generation is paid for, a failed one is paid back. */
final class Purchases {

    private static final JsonMapper JSON = new JsonMapper();

    private final Api api;
    private final Payer payer;
    private final Consumer<String> line;

    Purchases(Api api, Payer payer, Consumer<String> line) {
        this.api = api;
        this.payer = payer;
        this.line = line;
    }

    /** Tells it; answers whether it went as it should. */
    boolean tell() {
        boolean cards = pack("starter", "stripe", 100);
        boolean roubles = pack("studio", "yookassa", 660);
        boolean done = generation("example.com", "A generation that is paid for", "completed");
        boolean back = generation("fail.example.com", "A paid generation that fails", "failed");
        return cards && roubles && done && back;
    }

    private boolean pack(String pack, String gateway, long credits) {
        line.accept("Credits for money, through " + gateway);
        long before = available();
        var asked = api.post("/api/payments", JSON.createObjectNode()
                .put("pack", pack)
                .put("gateway", gateway));
        var id = asked.path("paymentId").asString("");
        line.accept("    POST /api/payments \"" + pack + "\": payment " + id + " of "
                + amount(asked));
        boolean paid = payer.pays(asked.path("confirmationUrl").asString(""));
        var payment = Patience.until(() -> api.get("/api/payments/" + id),
                seen -> !seen.path("status").asString("").equals("pending"));
        long gained = available() - before;
        line.accept("    she pays there, a notice comes: " + payment.path("status").asString("")
                + ", " + gained + " credits more");
        line.accept("");
        return paid && gained == credits;
    }

    private boolean generation(String hostname, String title, String ending) {
        line.accept(title);
        int refunds = refunds().size();
        var asked = api.post("/api/generation-requests", JSON.createObjectNode()
                .put("hostname", hostname)
                .put("provider", "gemini"));
        var id = asked.path("generationRequestId").asString("");
        line.accept("    POST /api/generation-requests \"" + hostname + "\": " + id
                + " waits for " + asked.path("amount").asString() + " "
                + asked.path("currency").asString(""));
        boolean paid = payer.pays(asked.path("paymentLink").asString(""));
        var request = Patience.until(() -> api.get("/api/generation-requests/" + id),
                seen -> seen.path("status").asString("").equals(ending));
        line.accept("    she pays there, the work begins and is " + ending);
        boolean well = paid
                && request.path("status").asString("").equals(ending)
                && (ending.equals("completed") || isGivenBack(refunds));
        line.accept("");
        return well;
    }

    private boolean isGivenBack(int refundsBefore) {
        var refunds = Patience.until(this::refunds, seen -> seen.size() > refundsBefore);
        line.accept("    its money goes back by itself: " + amount(refunds.path(0)));
        return refunds.size() > refundsBefore;
    }

    private JsonNode refunds() {
        return api.get("/api/user/payments?type=refund").path("payments");
    }

    private static String amount(JsonNode node) {
        return node.path("amount").path("value").asString("") + " "
                + node.path("amount").path("currency").asString("");
    }

    private long available() {
        return api.get("/api/user/balance").path("available").asLong(-1);
    }
}
