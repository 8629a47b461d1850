package dev.makegood.yookassa;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The server under the fake: a free port, faults on demand, and a strict eye on its callers. */
public final class Stage implements AutoCloseable {

    private static final String STRANGER = "00000000-000f-5000-8000-00000000dead";
    private static final Answer BROKEN =
            Answer.error(500, "internal_server_error", "Internal server error", "");
    private static final Answer TOO_MANY =
            Answer.error(429, "too_many_requests", "Too many requests", "");
    private static final Answer REFUSED =
            Answer.invalid("Payment method is not available", "payment_method_data");
    private static final Answer FORBIDDEN =
            Answer.error(403, "forbidden", "The key may not do this", "");

    private final Faults faults = new Faults();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<String> misuses = new ConcurrentLinkedQueue<>();
    private volatile Javalin server = Javalin.create();
    private volatile BooleanSupplier unitIsOpen = () -> false;

    /** Opens on a free port of this machine, with these routes. */
    void open(Consumer<RoutesConfig> routes) {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.http.prefer405over404 = true;
            routes.accept(config.routes);
            config.routes.error(405, context -> context.result(""));
        }).start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The next call meets this fault. */
    public void next(Fault fault) {
        faults.next(fault);
    }

    /** The next call that asks for money, or to give it back, meets this fault; one that only reads does not. */
    public void nextWish(Fault fault) {
        faults.nextWish(fault);
    }

    /** Every call without a fault of its own meets what the dice say. */
    public void faultsFrom(Supplier<Fault> dice) {
        faults.thrownBy(dice);
    }

    /** A call while this says yes is a bug of ours: answered 500; {@link #close} then fails. */
    public void forbidWhile(BooleanSupplier aUnitIsOpen) {
        unitIsOpen = aUnitIsOpen;
    }

    /** A handler that answers with {@code work}, or as the next fault has it. */
    Handler plays(Function<Context, Answer> work) {
        return context -> {
            if (unitIsOpen.getAsBoolean()) {
                misuses.add(context.method() + " " + context.path());
                Delivery.say(context, BROKEN);
            } else {
                play(context, faults.take(context.method().equals(HandlerType.POST)), work);
            }
        };
    }

    private void play(Context context, Fault fault, Function<Context, Answer> work) {
        switch (fault) {
            case NONE -> Delivery.say(context, work.apply(context));
            case LOSE_ANSWER -> done(context, work, Delivery::cut);
            case BROKEN_AFTER -> done(context, work, it -> Delivery.say(it, BROKEN));
            case PROCESSING -> done(context, work, it -> Delivery.say(it, Answer.processing()));
            case BAD_GATEWAY -> done(context, work, it -> Delivery.sayHtml(it, 502));
            case GARBAGE -> done(context, work, it -> Delivery.sayHtml(it, 200));
            case ANSWER_TOO_LATE -> sayLate(context, work.apply(context));
            case CUT_SHORT -> Delivery.sayHalf(context, work.apply(context));
            case FLOOD -> Delivery.flood(context, work.apply(context));
            case NO_ID -> Delivery.say(context, work.apply(context).without("id"));
            case WRONG_ID -> Delivery.say(context, work.apply(context).with("id", STRANGER));
            case NO_CONFIRMATION ->
                    Delivery.say(context, work.apply(context).without("confirmation"));
            case CUT_BEFORE -> Delivery.cut(context);
            case BROKEN_BEFORE -> Delivery.say(context, BROKEN);
            case TOO_MANY -> Delivery.say(context, TOO_MANY);
            case REFUSE -> Delivery.say(context, REFUSED);
            case UNAUTHORIZED -> Delivery.say(context, Api.UNAUTHORIZED);
            case FORBIDDEN -> Delivery.say(context, FORBIDDEN);
            case WALL -> Delivery.sayHtml(context, 403);
            case REDIRECT -> context.header("Location", "http://127.0.0.1:9/").status(307);
        }
    }

    /** Does the work, and says something else. */
    private static void done(
            Context context, Function<Context, Answer> work, Consumer<Context> instead) {
        var unused = work.apply(context);
        instead.accept(context);
    }

    private void sayLate(Context context, Answer answer) {
        try {
            var unused = closing.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Delivery.say(context, answer);
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
