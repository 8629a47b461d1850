package dev.makegood.stripe.fake;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The server under the fake: who may come in, keys that make a request happen once, bad days. */
final class Door implements AutoCloseable {

    private static final Answer TOO_MANY =
            Answer.of(Refusal.of(429, "invalid_request_error", "Too many requests"));
    private static final Answer BROKEN =
            Answer.of(Refusal.of(500, "api_error", "An unknown error occurred"));
    private static final Answer UNAVAILABLE =
            Answer.of(Refusal.of(503, "api_error", "We are down, come again"));

    private final Faults faults = new Faults();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<String> misuses = new ConcurrentLinkedQueue<>();
    private final Idempotency idempotency;
    private volatile Javalin server = Javalin.create();
    private volatile BooleanSupplier unitIsOpen = () -> false;
    private volatile String key;

    Door(InstantSource clock, String key) {
        this.idempotency = new Idempotency(clock);
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

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    Faults faults() {
        return faults;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    void rotateKeyTo(String newKey) {
        key = newKey;
    }

    void forbidWhile(BooleanSupplier aUnitIsOpen) {
        unitIsOpen = aUnitIsOpen;
    }

    /** A route of the API. */
    Handler plays(Function<Context, Answer> work) {
        return context -> {
            calls.add(call(context));
            if (unitIsOpen.getAsBoolean()) {
                misuses.add(context.method() + " " + context.path());
            }
            var fault = faults.take(context.method().name().equals("POST"));
            switch (fault) {
                case CUT_BEFORE -> cut(context);
                case LOSE_ANSWER -> { once(context, work); cut(context); }
                case ANSWER_TOO_LATE -> say(context, late(once(context, work)));
                default -> say(context, answer(context, fault, work));
            }
        };
    }

    private Answer answer(Context context, Fault fault, Function<Context, Answer> work) {
        return switch (fault) {
            case BROKEN_AFTER -> once(context, it -> after(work.apply(it), BROKEN));
            case BROKEN_BEFORE -> once(context, it -> BROKEN);
            case BAD_GATEWAY -> after(once(context, work), Answer.html(502));
            case GARBAGE -> after(once(context, work), Answer.html(200));
            case CUT_SHORT -> half(once(context, work));
            case WRONG_ID -> strange(once(context, work));
            case EMPTY_ERROR -> new Answer(500, java.util.Map.of(), "");
            case UNAVAILABLE -> UNAVAILABLE;
            case SHOULD_RETRY -> BROKEN.with("Stripe-Should-Retry", "true");
            case SHOULD_NOT_RETRY -> UNAVAILABLE.with("Stripe-Should-Retry", "false");
            case TOO_MANY -> TOO_MANY;
            case IN_FLIGHT -> Answer.of(Refusal.keyInUse());
            case DECLINED -> Answer.of(Refusal.declined());
            case ECHO -> Answer.of(Refusal.invalid(null, "You sent " + key));
            case FORBIDDEN -> Answer.of(Refusal.of(403, "invalid_request_error",
                    "The provided key '" + key + "' does not have the required permissions"));
            case REDIRECT -> new Answer(307, java.util.Map.of("Location", "http://127.0.0.1:9/"),
                    "");
            case NONE, CUT_BEFORE, LOSE_ANSWER, ANSWER_TOO_LATE -> once(context, work);
        };
    }

    private static Answer after(Answer done, Answer instead) {
        return done.status() < 400 ? instead : done;
    }

    private static Answer half(Answer answer) {
        return new Answer(answer.status(), answer.headers(),
                answer.body().substring(0, answer.body().length() / 2));
    }

    private static Answer strange(Answer answer) {
        return new Answer(answer.status(), answer.headers(),
                answer.body()
                        .replaceAll("\"id\" : \"([a-z]+_)[^\"]*\"", "\"id\" : \"$1stranger\""));
    }

    private Answer late(Answer answer) {
        try {
            var unused = closing.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    /** Does the work, or says what it said the first time under this key. */
    private Answer once(Context context, Function<Context, Answer> work) {
        try {
            authenticate(context);
            var name = context.header("Idempotency-Key");
            return name == null || !context.method().name().equals("POST")
                    ? work.apply(context)
                    : once(context, name, work);
        } catch (Refusal refusal) {
            return Answer.of(refusal);
        }
    }

    private Answer once(Context context, String name, Function<Context, Answer> work) {
        if (name.length() > 255) {
            throw Refusal.invalid(null, "Idempotency keys are at most 255 characters");
        }
        var request = context.path() + "?" + context.body();
        return idempotency.begin(name, request).orElseGet(() -> {
            var answer = done(context, work).with("Idempotency-Key", name);
            idempotency.end(name, answer);
            return answer;
        });
    }

    private static Answer done(Context context, Function<Context, Answer> work) {
        try {
            return work.apply(context);
        } catch (Refusal refusal) {
            return Answer.of(refusal);
        }
    }

    private void authenticate(Context context) {
        if (!("Bearer " + key).equals(context.header("Authorization"))) {
            throw Refusal.unauthorized();
        }
    }

    private static Call call(Context context) {
        var headers = new TreeMap<String, String>();
        context.headerMap()
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT),
                        value));
        var query = context.queryString();
        return new Call(context.method().name(), context.path(), query == null ? "" : query,
                headers, context.body());
    }

    private static void say(Context context, Answer answer) {
        context.status(answer.status())
                .contentType("application/json")
                .header("Request-Id", "req_fake");
        answer.headers().forEach(context::header);
        context.result(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static void cut(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    /** Stops the server; fails if somebody called while a unit of work was open. */
    @Override
    public void close() {
        closing.countDown();
        server.stop();
        if (!misuses.isEmpty()) {
            throw new AssertionError("called while a unit of work was open: " + misuses);
        }
    }
}
