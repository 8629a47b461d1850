package dev.makegood.pipelines.superduperai;

import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events without memory: a listener that is not connected now never receives them.
 *
 * <p>One event at a time: a listener may receive it before the call that sent it returns.
 */
final class FakeSuperDuperAiChannels {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Set<SseClient>> listeners = new ConcurrentHashMap<>();

    synchronized void join(String channel, SseClient client) {
        var all = listeners.computeIfAbsent(channel, name -> ConcurrentHashMap.newKeySet());
        client.keepAlive();
        all.add(client);
        client.onClose(() -> all.remove(client));
        client.sendComment("listening");
    }

    void sendMessage(String channel, String type, JsonNode object) {
        var message = JSON.createObjectNode().put("type", type);
        message.set("object", object.deepCopy());
        sendRaw(channel, message.toString());
    }

    /** Sends exactly this, even if it is not a message. */
    synchronized void sendRaw(String channel, String line) {
        listeners.getOrDefault(channel, Set.of()).forEach(client -> client.sendEvent(line));
    }

    void drop(String channel) {
        listeners.getOrDefault(channel, Set.of()).forEach(SseClient::close);
    }
}
