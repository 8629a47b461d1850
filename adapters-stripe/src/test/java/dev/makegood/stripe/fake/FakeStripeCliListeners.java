package dev.makegood.stripe.fake;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Command lines that are connected: each receives events over its websocket, as they happen. */
final class FakeStripeCliListeners {

    private final Map<String, WsConnectContext> connections = new ConcurrentHashMap<>();
    private final Queue<String> receivedMessages = new ConcurrentLinkedQueue<>();
    private final FakeStripeState state;
    private final String secret;
    private final Supplier<String> baseUrl;

    FakeStripeCliListeners(FakeStripeState state, String secret, Supplier<String> address) {
        this.state = state;
        this.secret = secret;
        this.baseUrl = address;
        state.events.addListener(this::send);
    }

    /** What a command line needs to connect. */
    ObjectNode session() {
        var id = state.ids.next("cliws_");
        return FakeStripeResponse.JSON.createObjectNode()
                .put("websocket_id", id)
                .put("websocket_url",
                        baseUrl.get().replace("http://", "ws://") + "/stripecli/" + id)
                .put("websocket_authorized_feature", "webhooks")
                .put("secret", secret)
                .put("reconnect_delay", 3_600)
                .put("default_version", state.events.version())
                .put("latest_version", state.events.version())
                .put("display_connect_filter_warning", false);
    }

    void configure(WsConfig line) {
        line.onConnect(context -> {
            context.enableAutomaticPings();
            connections.put(context.sessionId(), context);
        });
        line.onMessage(context -> receivedMessages.add(context.message()));
        line.onClose(context -> connections.remove(context.sessionId()));
    }

    /** How many are connected now. */
    int count() {
        return connections.size();
    }

    /** What command lines sent: receipts, and the responses of the webhooks behind them. */
    List<String> receivedMessages() {
        return List.copyOf(receivedMessages);
    }

    private void send(FakeStripeNotice notice) {
        connections.values().forEach(line -> line.send(message(notice)));
    }

    private String message(FakeStripeNotice notice) {
        var message = FakeStripeResponse.JSON.createObjectNode()
                .put("type", "webhook_event")
                .put("event_payload", notice.body())
                .put("webhook_id", state.ids.next("wh_"))
                .put("webhook_conversation_id", state.ids.next("whc_"));
        message.putObject("http_headers")
                .put("User-Agent", "Stripe/1.0")
                .put("Content-Type", "application/json; charset=utf-8")
                .put("Stripe-Signature",
                        FakeStripeSigner.header(notice.body(), state.now(), List.of(secret)));
        message.putObject("endpoint").putNull("api_version"); // the account's own
        return message.toString();
    }
}
