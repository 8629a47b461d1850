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

/** Command lines that listen: what happens is told to each over its websocket, as it happens. */
final class Listeners {

    private final Map<String, WsConnectContext> lines = new ConcurrentHashMap<>();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Books books;
    private final String secret;
    private final Supplier<String> address;

    Listeners(Books books, String secret, Supplier<String> address) {
        this.books = books;
        this.secret = secret;
        this.address = address;
        books.events.listen(this::tell);
    }

    /** What a command line needs to listen. */
    ObjectNode session() {
        var id = books.ids.next("cliws_");
        return Answer.JSON.createObjectNode()
                .put("websocket_id", id)
                .put("websocket_url",
                        address.get().replace("http://", "ws://") + "/stripecli/" + id)
                .put("websocket_authorized_feature", "webhooks")
                .put("secret", secret)
                .put("reconnect_delay", 3_600)
                .put("default_version", books.events.version())
                .put("latest_version", books.events.version())
                .put("display_connect_filter_warning", false);
    }

    void on(WsConfig line) {
        line.onConnect(context -> {
            context.enableAutomaticPings();
            lines.put(context.sessionId(), context);
        });
        line.onMessage(context -> heard.add(context.message()));
        line.onClose(context -> lines.remove(context.sessionId()));
    }

    /** How many listen now. */
    int count() {
        return lines.size();
    }

    /** What command lines said: receipts, and what the webhooks behind them answered. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void tell(Notice notice) {
        lines.values().forEach(line -> line.send(message(notice)));
    }

    private String message(Notice notice) {
        var message = Answer.JSON.createObjectNode()
                .put("type", "webhook_event")
                .put("event_payload", notice.body())
                .put("webhook_id", books.ids.next("wh_"))
                .put("webhook_conversation_id", books.ids.next("whc_"));
        message.putObject("http_headers")
                .put("User-Agent", "Stripe/1.0")
                .put("Content-Type", "application/json; charset=utf-8")
                .put("Stripe-Signature",
                        Signer.header(notice.body(), books.now(), List.of(secret)));
        message.putObject("endpoint").putNull("api_version"); // the account's own
        return message.toString();
    }
}
