package dev.makegood.yookassa;

import dev.makegood.yookassa.Answer.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The paths of their API, and who may call them how. */
final class Api {

    static final Answer UNAUTHORIZED = Answer.error(401, "invalid_credentials",
            "Authentication by given credentials failed", "");

    private final Stage stage;
    private final InstantSource clock;
    private final Sales sales;
    private final GivenBack refunds;
    private final Orders orders;
    private final Repeats repeats;
    private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
    private volatile Shop shop;
    private volatile Duration lag = Duration.ZERO;

    Api(
            Stage stage, InstantSource clock, Shop shop, Orders orders, Sales sales,
            GivenBack refunds) {
        this.stage = stage;
        this.clock = clock;
        this.shop = shop;
        this.orders = orders;
        this.sales = sales;
        this.refunds = refunds;
        this.repeats = new Repeats(clock);
    }

    List<Wish> wishes() {
        return List.copyOf(wishes);
    }

    void letIn(Shop other) {
        shop = other;
    }

    void lagBehind(Duration newLag) {
        lag = newLag;
    }

    void open(RoutesConfig routes) {
        routes.get("/v3/me", known(context -> me()));
        routes.post("/v3/payments", wishing((context, wish) -> shown(sales.create(wish))));
        routes.get("/v3/payments", known(context -> Pages.of(sales.all(), context, this::seen)));
        routes.get("/v3/payments/{id}", known(context -> read(sales.find(id(context)))));
        routes.post("/v3/payments/{id}/capture", wishing((context, wish) -> sales.find(id(context))
                .map(it -> shown(sales.capture(it, wish)))
                .orElseGet(Answer::notFound)));
        routes.post("/v3/payments/{id}/cancel", wishing((context, wish) -> sales.find(id(context))
                .map(it -> shown(sales.cancel(it)))
                .orElseGet(Answer::notFound)));
        routes.post("/v3/refunds", wishing((context, wish) -> shown(refunds.create(wish))));
        routes.get("/v3/refunds", known(context -> Pages.of(refunds.all(), context, this::seen)));
        routes.get("/v3/refunds/{id}", known(context -> read(refunds.find(id(context)))));
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }

    private Handler known(Function<Context, Answer> work) {
        return stage.plays(context -> shop.header().equals(context.header("Authorization"))
                ? work.apply(context)
                : UNAUTHORIZED);
    }

    private Handler wishing(BiFunction<Context, JsonNode, Answer> work) {
        return known(context -> isJson(context) && wishes.add(Wish.of(context))
                ? repeats.once(Optional.ofNullable(context.header(Line.KEY)).orElse(""),
                        context.path() + " " + context.body(), () -> done(context, work))
                : Answer.error(415, "unsupported_media_type", "Only JSON is taken", ""));
    }

    private static boolean isJson(Context context) {
        return Optional.ofNullable(context.contentType())
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
    }

    private static Answer done(Context context, BiFunction<Context, JsonNode, Answer> work) {
        try {
            return work.apply(context, Answer.JSON.readTree(context.bodyAsBytes()));
        } catch (JacksonException e) {
            return Answer.invalid("Cannot read the body", "");
        } catch (Refusal e) {
            return e.answer;
        }
    }

    private Answer me() {
        return Answer.ok(Answer.JSON.createObjectNode()
                .put("account_id", "100500")
                .put("status", "enabled")
                .put("test", true)
                .put("fiscalization_enabled", orders.receiptsAreRequired()));
    }

    /** Whoever changes something sees it at once. */
    private static Answer shown(Filed object) {
        return Answer.ok(object.now());
    }

    private Answer read(Optional<Filed> object) {
        return object.flatMap(this::seen).map(Answer::ok).orElseGet(Answer::notFound);
    }

    /** Whoever only reads may see an earlier state. */
    private Optional<ObjectNode> seen(Filed object) {
        return object.asOf(clock.instant().minus(lag));
    }
}
