package dev.makegood.httpclient.testing;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
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

/**
 * The server under a fake: a free port, faults on demand, and a strict eye on its callers.
 *
 * @param <F> the faults that the fake knows
 * @param <R> what the fake responds with
 */
public abstract class FaultyServer<F, R> implements AutoCloseable {

    private static final int TOO_LATE_SECONDS = 3;

    private final FaultQueue<F> faults;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<String> callsInUnit = new ConcurrentLinkedQueue<>();
    private volatile Javalin server = Javalin.create();
    private volatile BooleanSupplier unitIsOpen = () -> false;

    protected FaultyServer(F none) {
        this.faults = new FaultQueue<>(none);
    }

    /** Responds with what the work comes to, or as the fault has it. */
    protected abstract void respond(Context context, F fault, Function<Context, R> work);

    /** Opens on a free port of this machine. */
    public void open(Consumer<JavalinConfig> settings) {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.concurrency.useVirtualThreads = true;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            settings.accept(config);
        }).start();
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The next call meets this fault. */
    public void failNext(F fault) {
        faults.queue(fault);
    }

    /** The next POST meets this fault; a call that only reads does not. */
    public void failNextPost(F fault) {
        faults.queueForPost(fault);
    }

    /** Every call without a fault of its own meets what the dice say. */
    public void drawFaultsFrom(Supplier<F> dice) {
        faults.drawFrom(dice);
    }

    /** A call while this says yes is a bug of ours: answered 500; {@link #close} then fails. */
    public void forbidWhile(BooleanSupplier aUnitIsOpen) {
        unitIsOpen = aUnitIsOpen;
    }

    /** A handler that responds with the work, or as the next fault has it. */
    public Handler route(Function<Context, R> work) {
        return context -> {
            if (unitIsOpen.getAsBoolean()) {
                callsInUnit.add(context.method() + " " + context.path());
                context.status(500).result("called while a unit of work is open");
            } else {
                respond(context, faults.take(context.method().equals(HandlerType.POST)), work);
            }
        };
    }

    /** Waits until the caller has stopped waiting. */
    protected void delay() {
        try {
            var unused = closing.await(TOO_LATE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
