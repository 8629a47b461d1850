package dev.makegood.stripe.fake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What happened, as events; each listener receives each once, and sends it on. */
final class FakeStripeEvents {

    static final String TRAIN = "dahlia";

    private final FakeStripeObjects all = new FakeStripeObjects("event");
    private final List<FakeStripeNotice> notices = new ArrayList<>();
    private final List<Consumer<FakeStripeNotice>> listeners = new ArrayList<>();
    private final InstantSource clock;
    private final FakeStripeIds ids;
    private @Nullable String version = "2026-07-29." + TRAIN;

    FakeStripeEvents(InstantSource clock, FakeStripeIds ids) {
        this.clock = clock;
        this.ids = ids;
    }

    void version(@Nullable String apiVersion) {
        version = apiVersion;
    }

    @Nullable
    String version() {
        return version;
    }

    void addListener(Consumer<FakeStripeNotice> listener) {
        listeners.add(listener);
    }

    FakeStripeNotice record(String type, ObjectNode object) {
        var event = FakeStripeResponse.JSON.createObjectNode()
                .put("id", ids.next("evt_"))
                .put("object", "event")
                .put("api_version", version)
                .put("created", clock.instant().getEpochSecond())
                .put("livemode", false)
                .put("pending_webhooks", 1)
                .put("type", type)
                .put("_delivered", false);
        event.putObject("data")
                .set("object", shapeForVersion(FakeStripeViews.publicFields(object)));
        event.putObject("request").putNull("id").putNull("idempotency_key");
        all.add(event);
        var notice = notice(event);
        notices.add(notice);
        listeners.forEach(listener -> listener.accept(notice));
        return notice;
    }

    /** Another release train has another shape: only what never changes is where we know it. */
    private ObjectNode shapeForVersion(ObjectNode object) {
        if (version != null && version.endsWith("." + TRAIN)) {
            return object;
        }
        var other = FakeStripeResponse.JSON.createObjectNode();
        other.set("id", object.path("id"));
        other.set("object", object.path("object"));
        return other.put("amount_total", "eleven").put("payment_status", 1);
    }

    private static FakeStripeNotice notice(ObjectNode event) {
        return new FakeStripeNotice(event.path("id").stringValue(),
                event.path("type").stringValue(),
                FakeStripeViews.publicFields(event).toPrettyString());
    }

    List<FakeStripeNotice> notices() {
        return List.copyOf(notices);
    }

    ObjectNode find(String id) {
        return all.find(id);
    }

    void markDelivered(String id) {
        all.find(id).put("_delivered", true).put("pending_webhooks", 0);
    }

    ObjectNode page(FakeStripeForm query) {
        var types = query.texts("types");
        return all.page(query, "/v1/events",
                event -> (types.isEmpty() || types.contains(event.path("type").stringValue()))
                        && query.text("delivery_success")
                                .map(wanted -> event.path("_delivered").asBoolean()
                                        == Boolean.parseBoolean(wanted))
                                .orElse(true));
    }
}
