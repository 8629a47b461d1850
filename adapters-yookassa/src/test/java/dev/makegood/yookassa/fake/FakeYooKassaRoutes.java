package dev.makegood.yookassa.fake;

import dev.makegood.yookassa.fake.FakeYooKassaResponse.FakeYooKassaError;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The paths of their API, and who may call them how. */
final class FakeYooKassaRoutes {

    static final FakeYooKassaResponse UNAUTHORIZED =
            FakeYooKassaResponse.error(401, "invalid_credentials",
                    "Authentication by given credentials failed", "");

    private final FakeYooKassaServer server;
    private final InstantSource clock;
    private final FakeYooKassaPayments payments;
    private final FakeYooKassaRefunds refunds;
    private final FakeYooKassaReceipts receipts;
    private final FakeYooKassaIdempotencyKeys idempotencyKeys;
    private final Queue<FakeYooKassaRequest> requests = new ConcurrentLinkedQueue<>();
    private final AtomicInteger paymentReads = new AtomicInteger();
    private volatile String authorization = "";
    private volatile Duration lag = Duration.ZERO;

    FakeYooKassaRoutes(
            FakeYooKassaServer server, InstantSource clock, FakeYooKassaReceipts receipts,
            FakeYooKassaPayments payments, FakeYooKassaRefunds refunds) {
        this.server = server;
        this.clock = clock;
        this.receipts = receipts;
        this.payments = payments;
        this.refunds = refunds;
        this.idempotencyKeys = new FakeYooKassaIdempotencyKeys(clock);
    }

    List<FakeYooKassaRequest> requests() {
        return List.copyOf(requests);
    }

    int paymentReads() {
        return paymentReads.get();
    }

    void acceptOnly(String shopIdAndKey) {
        authorization = "Basic " + Base64.getEncoder()
                .encodeToString(shopIdAndKey.getBytes(StandardCharsets.UTF_8));
    }

    void delayReads(Duration newLag) {
        lag = newLag;
    }

    void open(RoutesConfig routes) {
        routes.get("/v3/me", authenticatedRoute(context -> accountResponse()));
        routes.post("/v3/payments",
                idempotentRoute((context, request) -> currentState(payments.create(request))));
        routes.get("/v3/payments", authenticatedRoute(
                context -> FakeYooKassaLists.of(payments.all(), context, this::asSeenByReaders)));
        routes.get("/v3/payments/{id}",
                authenticatedRoute(context -> {
                    paymentReads.incrementAndGet();
                    return laggingState(payments.find(id(context)));
                }));
        routes.post("/v3/payments/{id}/capture",
                idempotentRoute((context, request) -> payments.find(id(context))
                        .map(it -> currentState(payments.capture(it, request)))
                        .orElseGet(FakeYooKassaResponse::notFound)));
        routes.post("/v3/payments/{id}/cancel",
                idempotentRoute((context, request) -> payments.find(id(context))
                        .map(it -> currentState(payments.cancel(it)))
                        .orElseGet(FakeYooKassaResponse::notFound)));
        routes.post("/v3/refunds",
                idempotentRoute((context, request) -> currentState(refunds.create(request))));
        routes.get("/v3/refunds", authenticatedRoute(
                context -> FakeYooKassaLists.of(refunds.all(), context, this::asSeenByReaders)));
        routes.get("/v3/refunds/{id}",
                authenticatedRoute(context -> laggingState(refunds.find(id(context)))));
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }

    private Handler authenticatedRoute(Function<Context, FakeYooKassaResponse> work) {
        return server.route(
                context -> authorization.equals(context.header("Authorization"))
                        ? work.apply(context)
                        : UNAUTHORIZED);
    }

    private Handler idempotentRoute(BiFunction<Context, JsonNode, FakeYooKassaResponse> work) {
        return authenticatedRoute(
                context -> isJson(context) && requests.add(FakeYooKassaRequest.of(context))
                        ? idempotencyKeys.handleOnce(
                                Optional.ofNullable(
                                        context.header(FakeYooKassaRequest.IDEMPOTENCE_KEY))
                                        .orElse(""),
                                context.path() + " " + context.body(), () -> handle(context, work))
                        : FakeYooKassaResponse.error(415, "unsupported_media_type",
                                "Only JSON is taken", ""));
    }

    private static boolean isJson(Context context) {
        return Optional.ofNullable(context.contentType())
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
    }

    private static FakeYooKassaResponse handle(
            Context context, BiFunction<Context, JsonNode, FakeYooKassaResponse> work) {
        try {
            return work.apply(context, FakeYooKassaResponse.JSON.readTree(context.bodyAsBytes()));
        } catch (JacksonException e) {
            return FakeYooKassaResponse.invalid("Cannot read the body", "");
        } catch (FakeYooKassaError e) {
            return e.response;
        }
    }

    private FakeYooKassaResponse accountResponse() {
        return FakeYooKassaResponse.ok(FakeYooKassaResponse.JSON.createObjectNode()
                .put("account_id", "100500")
                .put("status", "enabled")
                .put("test", true)
                .put("fiscalization_enabled", receipts.areRequired()));
    }

    /** A call that changes something shows it at once. */
    private static FakeYooKassaResponse currentState(FakeYooKassaObject object) {
        return FakeYooKassaResponse.ok(object.currentVersion());
    }

    private FakeYooKassaResponse laggingState(Optional<FakeYooKassaObject> object) {
        return object.flatMap(this::asSeenByReaders)
                .map(FakeYooKassaResponse::ok)
                .orElseGet(FakeYooKassaResponse::notFound);
    }

    /** A call that only reads may show an earlier state. */
    private Optional<ObjectNode> asSeenByReaders(FakeYooKassaObject object) {
        return object.versionAt(clock.instant().minus(lag));
    }
}
