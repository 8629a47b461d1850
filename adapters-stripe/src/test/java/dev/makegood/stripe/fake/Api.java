package dev.makegood.stripe.fake;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** The routes that a shop uses. */
record Api(Door door, Books books, Sessions sessions, Intents intents, Refunds refunds,
        Disputes disputes,
        Events events) {

    void routes(RoutesConfig routes) {
        routes.post("/v1/checkout/sessions", plays((form, id) -> sessions.create(form)));
        routes.get("/v1/checkout/sessions", lists(sessions::page));
        routes.get("/v1/checkout/sessions/{id}", reads(books.sessions));
        routes.get("/v1/checkout/sessions/{id}/line_items", plays(this::lines));
        routes.post("/v1/checkout/sessions/{id}/expire", plays((form, id) -> sessions.expire(id)));
        routes.get("/v1/payment_intents", lists(intents::page));
        routes.get("/v1/payment_intents/{id}", reads(books.intents));
        routes.get("/v1/charges/{id}", reads(books.charges));
        routes.post("/v1/refunds", plays((form, id) -> refunds.create(form)));
        routes.get("/v1/refunds", lists(refunds::page));
        routes.get("/v1/refunds/{id}", reads(books.refunds));
        routes.get("/v1/disputes", lists(disputes::page));
        routes.get("/v1/disputes/{id}", reads(books.disputes));
        routes.get("/v1/events", lists(events::page));
        routes.get("/v1/events/{id}", plays((query, id) -> events.find(id)));
    }

    private ObjectNode lines(Form query, String session) {
        return (ObjectNode) books.sessions.find(session).path("_line_items");
    }

    private Handler reads(Records records) {
        return plays((query, id) -> records.find(id));
    }

    private Handler lists(Function<Form, ObjectNode> pages) {
        return door.plays(context -> {
            var query = query(context);
            return books.act(() -> Answer.ok(View.list(pages.apply(query), query, books)));
        });
    }

    /** A route that takes a form, and perhaps an id in its path, and answers an object. */
    Handler plays(BiFunction<Form, String, ObjectNode> work) {
        return door.plays(context -> {
            var form = context.method().name().equals("POST")
                    ? Form.read(context.body())
                    : query(context);
            var id = context.pathParamMap().getOrDefault("id", "");
            return books.act(() -> {
                sessions.tick();
                return Answer.ok(View.of(work.apply(form, id), form, books));
            });
        });
    }

    private static Form query(Context context) {
        var query = context.queryString();
        return Form.read(query == null ? "" : query);
    }
}
