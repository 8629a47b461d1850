package dev.makegood.pipelines.superduperai;

import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events without memory: who does not listen at this moment never hears of it.
 *
 * <p>One speaks at a time: a listener may hear its first words before whoever said them is done saying so.
 */
final class Channels {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Set<SseClient>> listeners = new ConcurrentHashMap<>();

    synchronized void join(String channel, SseClient client) {
        var all = listeners.computeIfAbsent(channel, name -> ConcurrentHashMap.newKeySet());
        client.keepAlive();
        all.add(client);
        client.onClose(() -> all.remove(client));
        client.sendComment("listening");
    }

    void tell(String channel, String type, JsonNode object) {
        var message = JSON.createObjectNode().put("type", type);
        message.set("object", object.deepCopy());
        say(channel, message.toString());
    }

    /** Says exactly this, even if it is no message at all. */
    synchronized void say(String channel, String line) {
        listeners.getOrDefault(channel, Set.of()).forEach(client -> client.sendEvent(line));
    }

    void drop(String channel) {
        listeners.getOrDefault(channel, Set.of()).forEach(SseClient::close);
    }
}
