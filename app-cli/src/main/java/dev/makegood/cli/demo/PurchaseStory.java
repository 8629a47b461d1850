package dev.makegood.cli.demo;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells three kinds of payments: credits are bought, a generation is paid for, a failed one is refunded. */
final class PurchaseStory {

    private static final JsonMapper JSON = new JsonMapper();

    private final DemoApiClient api;
    private final Payer payer;
    private final Consumer<String> line;

    PurchaseStory(DemoApiClient api, Payer payer, Consumer<String> line) {
        this.api = api;
        this.payer = payer;
        this.line = line;
    }

    /** Tells it; returns whether it went as it should. */
    boolean tell() {
        boolean cards = buyPack("starter", "stripe", 100);
        boolean roubles = buyPack("studio", "yookassa", 660);
        boolean done = buyGeneration("example.com", "A generation that is paid for", "completed");
        boolean back = buyGeneration("fail.example.com", "A paid generation that fails", "failed");
        return cards && roubles && done && back;
    }

    private boolean buyPack(String pack, String gateway, long credits) {
        line.accept("Credits for money, through " + gateway);
        long before = available();
        var response = api.post("/api/payments", JSON.createObjectNode()
                .put("pack", pack)
                .put("gateway", gateway));
        var id = response.path("paymentId").asString("");
        line.accept("    POST /api/payments \"" + pack + "\": payment " + id + " of "
                + amount(response));
        boolean paid = payer.pay(response.path("confirmationUrl").asString(""));
        var payment = ApiPolling.until(() -> api.get("/api/payments/" + id),
                seen -> !seen.path("status").asString("").equals("pending"));
        long gained = available() - before;
        line.accept("    the customer pays there, a notice comes: "
                + payment.path("status").asString("")
                + ", " + gained + " credits more");
        line.accept("");
        return paid && gained == credits;
    }

    private boolean buyGeneration(String hostname, String title, String ending) {
        line.accept(title);
        int refunds = refunds().size();
        var response = api.post("/api/generation-requests", JSON.createObjectNode()
                .put("hostname", hostname)
                .put("provider", "gemini"));
        var id = response.path("generationRequestId").asString("");
        line.accept("    POST /api/generation-requests \"" + hostname + "\": " + id
                + " waits for " + response.path("amount").asString() + " "
                + response.path("currency").asString(""));
        boolean paid = payer.pay(response.path("paymentLink").asString(""));
        var request = ApiPolling.until(() -> api.get("/api/generation-requests/" + id),
                seen -> seen.path("status").asString("").equals(ending));
        line.accept("    the customer pays there, the work begins and ends as " + ending);
        boolean succeeded = paid
                && request.path("status").asString("").equals(ending)
                && (ending.equals("completed") || isRefunded(refunds));
        line.accept("");
        return succeeded;
    }

    private boolean isRefunded(int refundsBefore) {
        var refunds = ApiPolling.until(this::refunds, seen -> seen.size() > refundsBefore);
        line.accept("    its money is refunded: " + amount(refunds.path(0)));
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
