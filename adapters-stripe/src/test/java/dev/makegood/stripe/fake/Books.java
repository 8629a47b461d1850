package dev.makegood.stripe.fake;

import java.time.InstantSource;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Everything that the fake knows, and the clock and the names it works with. */
final class Books {

    final Records sessions = new Records("checkout.session");
    final Records intents = new Records("payment_intent");
    final Records charges = new Records("charge");
    final Records refunds = new Records("refund");
    final Records disputes = new Records("dispute");
    final Records products = new Records("product");
    final Records prices = new Records("price");
    final Records methods = new Records("payment_method");
    final Ids ids;
    final InstantSource clock;
    final Events events;

    Books(InstantSource clock, Ids ids, Events events) {
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    /** One after another: calls, customers, time. */
    synchronized <T> T act(Supplier<T> work) {
        return work.get();
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** A new object as all of Stripe's begin. */
    ObjectNode object(String kind, String id) {
        return Answer.JSON.createObjectNode()
                .put("id", id)
                .put("object", kind)
                .put("created", now())
                .put("livemode", false);
    }

    void tell(String type, ObjectNode object) {
        events.happened(type, object);
    }
}
