package dev.makegood.stripe.fake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** The routes that a shop uses. */
record FakeStripeRoutes(FakeStripeServer server, FakeStripeState state,
        FakeStripeSessions sessions, FakeStripePaymentIntents intents, FakeStripeRefunds refunds,
        FakeStripeDisputes disputes, FakeStripeEvents events) {

    void routes(RoutesConfig routes) {
        routes.post("/v1/checkout/sessions", objectRoute(
                (form, id) -> sessions.create(FakeStripeParameters.CREATE_SESSION.check(form))));
        routes.get("/v1/checkout/sessions", listRoute(
                form -> sessions.page(FakeStripeParameters.LIST_SESSIONS.check(form))));
        routes.get("/v1/checkout/sessions/{id}", retrieveRoute(state.sessions));
        routes.get("/v1/checkout/sessions/{id}/line_items", objectRoute(this::lines));
        routes.post("/v1/checkout/sessions/{id}/expire",
                objectRoute((form, id) -> sessions.expire(id)));
        routes.get("/v1/payment_intents", listRoute(
                form -> intents.page(FakeStripeParameters.LIST_INTENTS.check(form))));
        routes.get("/v1/payment_intents/{id}", retrieveRoute(state.intents));
        routes.get("/v1/charges/{id}", retrieveRoute(state.charges));
        routes.post("/v1/refunds", objectRoute(
                (form, id) -> refunds.create(FakeStripeParameters.CREATE_REFUND.check(form))));
        routes.get("/v1/refunds", listRoute(
                form -> refunds.page(FakeStripeParameters.LIST_REFUNDS.check(form))));
        routes.get("/v1/refunds/{id}", retrieveRoute(state.refunds));
        routes.get("/v1/disputes", listRoute(
                form -> disputes.page(FakeStripeParameters.LIST_DISPUTES.check(form))));
        routes.get("/v1/disputes/{id}", retrieveRoute(state.disputes));
        routes.get("/v1/events", listRoute(
                form -> events.page(FakeStripeParameters.LIST_EVENTS.check(form))));
        routes.get("/v1/events/{id}", objectRoute((query, id) -> events.find(id)));
    }

    private ObjectNode lines(FakeStripeForm query, String session) {
        return (ObjectNode) state.sessions.find(session).path("_line_items");
    }

    private Handler retrieveRoute(FakeStripeObjects fakeStripeObjects) {
        return objectRoute((query, id) -> {
            FakeStripeParameters.RETRIEVE.check(query);
            return fakeStripeObjects.find(id);
        });
    }

    private Handler listRoute(Function<FakeStripeForm, ObjectNode> pages) {
        return server.apiRoute(context -> {
            var query = query(context);
            return state.synchronize(() -> FakeStripeResponse
                    .ok(FakeStripeViews.list(pages.apply(query), query, state)));
        });
    }

    /** A route that takes a form, and perhaps an id in its path, and responds with an object. */
    Handler objectRoute(BiFunction<FakeStripeForm, String, ObjectNode> work) {
        return server.apiRoute(context -> {
            var form = context.method().name().equals("POST")
                    ? FakeStripeForm.parse(context.body())
                    : query(context);
            var id = context.pathParamMap().getOrDefault("id", "");
            return state.synchronize(() -> {
                sessions.tick();
                return FakeStripeResponse.ok(FakeStripeViews.of(work.apply(form, id), form, state));
            });
        });
    }

    private static FakeStripeForm query(Context context) {
        var query = context.queryString();
        return FakeStripeForm.parse(query == null ? "" : query);
    }
}
