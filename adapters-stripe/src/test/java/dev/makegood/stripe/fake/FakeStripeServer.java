package dev.makegood.stripe.fake;

import dev.makegood.httpclient.testing.FaultQueue;
import dev.makegood.httpclient.testing.FaultyResponses;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** The server under the fake: authentication, idempotency keys, faults. */
final class FakeStripeServer implements AutoCloseable {

    private static final FakeStripeResponse TOO_MANY =
            FakeStripeResponse
                    .of(FakeStripeError.of(429, "invalid_request_error", "Too many requests"));
    private static final FakeStripeResponse BROKEN =
            FakeStripeResponse
                    .of(FakeStripeError.of(500, "api_error", "An unknown error occurred"));
    private static final FakeStripeResponse UNAVAILABLE =
            FakeStripeResponse.of(FakeStripeError.of(503, "api_error", "We are down, come again"));

    private static final int FLOOD_BYTES = 9_000_000;

    private final FaultQueue<StripeFault> faults = new FaultQueue<>(StripeFault.NONE);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<FakeStripeRequest> calls = new ConcurrentLinkedQueue<>();
    private final Queue<String> callsInUnit = new ConcurrentLinkedQueue<>();
    private final FakeStripeIdempotencyKeys idempotencyKeys;
    private volatile Javalin server = Javalin.create();
    private volatile BooleanSupplier unitIsOpen = () -> false;
    private volatile String key;

    FakeStripeServer(InstantSource clock, String key) {
        this.idempotencyKeys = new FakeStripeIdempotencyKeys(clock);
        this.key = key;
    }

    void open(int port, Consumer<JavalinConfig> routes) {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = port;
            routes.accept(config);
        }).start();
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    FaultQueue<StripeFault> faults() {
        return faults;
    }

    List<FakeStripeRequest> requests() {
        return List.copyOf(calls);
    }

    void rotateKey(String newKey) {
        key = newKey;
    }

    void forbidWhile(BooleanSupplier aUnitIsOpen) {
        unitIsOpen = aUnitIsOpen;
    }

    /** A route of the API. */
    Handler apiRoute(Function<Context, FakeStripeResponse> work) {
        return context -> {
            calls.add(toRequest(context));
            if (unitIsOpen.getAsBoolean()) {
                callsInUnit.add(context.method() + " " + context.path());
            }
            var fault = faults.take(context.method().name().equals("POST"));
            switch (fault) {
                case CUT_BEFORE -> FaultyResponses.closeConnection(context);
                case LOSE_ANSWER -> {
                    handleOnce(context, work);
                    FaultyResponses.closeConnection(context);
                }
                case ANSWER_TOO_LATE -> respond(context, delay(handleOnce(context, work)));
                default -> respond(context, answer(context, fault, work));
            }
        };
    }

    private FakeStripeResponse answer(
            Context context, StripeFault fault, Function<Context, FakeStripeResponse> work) {
        return switch (fault) {
            case BROKEN_AFTER -> handleOnce(context, it -> replaceSuccess(work.apply(it), BROKEN));
            case BROKEN_BEFORE -> handleOnce(context, it -> BROKEN);
            case BAD_GATEWAY ->
                    replaceSuccess(handleOnce(context, work), FakeStripeResponse.html(502));
            case GARBAGE -> replaceSuccess(handleOnce(context, work), FakeStripeResponse.html(200));
            case CUT_SHORT -> cutInHalf(handleOnce(context, work));
            case FLOOD -> afterBlanks(handleOnce(context, work));
            case WRONG_ID -> withForeignId(handleOnce(context, work));
            case EMPTY_ERROR -> new FakeStripeResponse(500, Map.of(), "");
            case UNAVAILABLE -> UNAVAILABLE;
            case SHOULD_RETRY -> BROKEN.with("Stripe-Should-Retry", "true");
            case SHOULD_NOT_RETRY -> UNAVAILABLE.with("Stripe-Should-Retry", "false");
            case TOO_MANY -> TOO_MANY;
            case IN_FLIGHT -> FakeStripeResponse.of(FakeStripeError.keyInUse());
            case DECLINED -> FakeStripeResponse.of(FakeStripeError.declined());
            case ECHO -> FakeStripeResponse.of(FakeStripeError.invalid(null, "You sent " + key));
            case FORBIDDEN -> FakeStripeResponse.of(FakeStripeError.of(403, "invalid_request_error",
                    "The provided key '" + key + "' does not have the required permissions"));
            case REDIRECT ->
                    new FakeStripeResponse(307, Map.of("Location", "http://127.0.0.1:9/"),
                            "");
            case NONE, CUT_BEFORE, LOSE_ANSWER, ANSWER_TOO_LATE -> handleOnce(context, work);
        };
    }

    private static FakeStripeResponse replaceSuccess(
            FakeStripeResponse done, FakeStripeResponse instead) {
        return done.status() < 400 ? instead : done;
    }

    private static FakeStripeResponse cutInHalf(FakeStripeResponse response) {
        return new FakeStripeResponse(response.status(), response.headers(),
                response.body().substring(0, response.body().length() / 2));
    }

    private static FakeStripeResponse afterBlanks(FakeStripeResponse response) {
        return new FakeStripeResponse(response.status(), response.headers(),
                " ".repeat(FLOOD_BYTES) + response.body());
    }

    private static FakeStripeResponse withForeignId(FakeStripeResponse response) {
        return new FakeStripeResponse(response.status(), response.headers(),
                response.body()
                        .replaceAll("\"id\" : \"([a-z]+_)[^\"]*\"", "\"id\" : \"$1stranger\""));
    }

    private FakeStripeResponse delay(FakeStripeResponse response) {
        try {
            var unused = closing.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return response;
    }

    /** Does the work, or replays the first response under this key. */
    private FakeStripeResponse handleOnce(
            Context context, Function<Context, FakeStripeResponse> work) {
        try {
            authenticate(context);
            var name = context.header("Idempotency-Key");
            return name == null || !context.method().name().equals("POST")
                    ? work.apply(context)
                    : handleOnce(context, name, work);
        } catch (FakeStripeError stripeError) {
            return FakeStripeResponse.of(stripeError);
        }
    }

    private FakeStripeResponse handleOnce(
            Context context, String name, Function<Context, FakeStripeResponse> work) {
        if (name.length() > 255) {
            throw FakeStripeError.invalid(null, "Idempotency keys are at most 255 characters");
        }
        var request = context.path() + "?" + context.body();
        return idempotencyKeys.begin(name, request).orElseGet(() -> {
            var response = handle(context, work).with("Idempotency-Key", name);
            idempotencyKeys.remember(name, response);
            return response;
        });
    }

    private static FakeStripeResponse handle(
            Context context, Function<Context, FakeStripeResponse> work) {
        try {
            return work.apply(context);
        } catch (FakeStripeError stripeError) {
            return FakeStripeResponse.of(stripeError);
        }
    }

    private void authenticate(Context context) {
        if (!("Bearer " + key).equals(context.header("Authorization"))) {
            throw FakeStripeError.unauthorized();
        }
    }

    private static FakeStripeRequest toRequest(Context context) {
        var headers = new TreeMap<String, String>();
        context.headerMap()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT),
                        value));
        var query = context.queryString();
        return new FakeStripeRequest(context.method().name(), context.path(),
                query == null ? "" : query,
                headers, context.body());
    }

    private static void respond(Context context, FakeStripeResponse response) {
        context.status(response.status())
                .contentType("application/json")
                .header("Request-Id", "req_fake");
        response.headers().forEach(context::header);
        context.result(response.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Stops the server; fails if it was called while a unit of work was open. */
    @Override
    public void close() {
        closing.countDown();
        server.stop();
        if (!callsInUnit.isEmpty()) {
            throw new AssertionError("called while a unit of work was open: " + callsInUnit);
        }
    }
}
