package dev.makegood.stripe.fake;

import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Everything that the fake knows, and the clock and the names it works with. */
final class FakeStripeState {

    final FakeStripeObjects sessions = new FakeStripeObjects("checkout.session");
    final FakeStripeObjects intents = new FakeStripeObjects("payment_intent");
    final FakeStripeObjects charges = new FakeStripeObjects("charge");
    final FakeStripeObjects refunds = new FakeStripeObjects("refund");
    final FakeStripeObjects disputes = new FakeStripeObjects("dispute");
    final FakeStripeObjects products = new FakeStripeObjects("product");
    final FakeStripeObjects prices = new FakeStripeObjects("price");
    final FakeStripeObjects methods = new FakeStripeObjects("payment_method");
    final FakeStripeIds ids;
    final InstantSource clock;
    final FakeStripeEvents events;

    FakeStripeState(InstantSource clock, FakeStripeIds ids, FakeStripeEvents events) {
        this.clock = clock;
        this.ids = ids;
        this.events = events;
    }

    /** One after another: calls, customers, time. */
    synchronized <T> T synchronize(Supplier<T> work) {
        return work.get();
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** A new object as all of Stripe's begin. */
    ObjectNode newObject(String kind, String id) {
        return FakeStripeResponse.JSON.createObjectNode()
                .put("id", id)
                .put("object", kind)
                .put("created", now())
                .put("livemode", false);
    }

    /** The object of this id, of whichever kind. */
    ObjectNode find(String id) {
        return Stream.of(sessions, intents, charges, refunds, disputes)
                .flatMap(kind -> kind.where("id", id).stream())
                .findFirst()
                .orElseThrow(() -> FakeStripeError.missing("object", id));
    }

    void recordEvent(String type, ObjectNode object) {
        events.record(type, object);
    }
}
