package dev.makegood.http;

import dev.makegood.customer.Identity;
import dev.makegood.store.StoreUnavailable;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every call passes, in this order: who calls, may he, is it his turn, for whom, with what body. Then it is
 * answered, and whatever breaks on the way is answered too.
 */
final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final String BEARER = "bearer ";

    private final Callers callers;
    private final Turns turns;
    private final Addresses addresses;

    Gate(Callers callers, Turns turns, Addresses addresses) {
        this.callers = callers;
        this.turns = turns;
        this.addresses = addresses;
    }

    void pass(Route route, Context http) {
        http.req().setAttribute(Door.ROUTE, route);
        var reply = answered(route, http);
        boolean isForAPerson = route.kind() == Route.Kind.PAGE && reply.isProblem();
        send(isForAPerson ? Html.readable(reply) : reply, http);
    }

    /** Answers what no route is for. */
    void turnAway(Context http, Reply reply) {
        send(refusing(http, () -> {
            turns.ofAddress(address(http));
            return reply;
        }), http);
    }

    private Reply answered(Route route, Context http) {
        return refusing(http, () -> route.action().on(letIn(route, http)));
    }

    private interface Answering {
        Reply reply();
    }

    private static Reply refusing(Context http, Answering answering) {
        try {
            return answering.reply();
        } catch (Refused refused) {
            Bodies.drain(http);
            return refused.reply();
        } catch (StoreUnavailable e) {
            LOG.warn("the storage is away, request={}", requestId(http), e);
            return Problems.unavailable();
        } catch (RuntimeException e) {
            return broken(http, e);
        }
    }

    private static Reply broken(Context http, RuntimeException e) {
        if (e instanceof HttpException unreadable && unreadable.getCode() < 500) {
            return Problems.ofStatus(unreadable.getCode());
        }
        LOG.error("could not answer, request={}", requestId(http), e);
        return Problems.internal().reply();
    }

    private Call letIn(Route route, Context http) {
        var caller = route.isOpen() ? stranger(route, http) : known(http);
        if (!caller.mayCall(route)) {
            throw new Refused(Problems.forbidden());
        }
        if (!route.isOpen()) {
            turns.ofKey(caller);
        }
        var customer = route.owned() ? customer(http) : null;
        var call = new Call(http, route, caller, customer, address(http), body(route, http));
        if (route.repeatable()) {
            var unused = call.repeatKey();
        }
        return call;
    }

    /** A gateway proves itself by what it says; only who fails to is counted. */
    private Caller stranger(Route route, Context http) {
        if (route.kind() != Route.Kind.NOTICE) {
            turns.ofAddress(address(http));
        }
        return Caller.STRANGER;
    }

    private Caller known(Context http) {
        return byCredentials(http).orElseThrow(() -> {
            turns.ofAddress(address(http));
            return new Refused("nobody we know", Problems.unauthenticated());
        });
    }

    private Optional<Caller> byCredentials(Context http) {
        if (http.req().getAttribute(Door.PATH_KEY) instanceof String key) {
            return callers.byPathKey(key);
        }
        @Nullable
        String header = http.header("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? callers.byKey(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private Identity customer(Context http) {
        var headers = Collections.list(http.req().getHeaders("Makegood-Customer"));
        var customer = headers.size() == 1 ? Identity.parse(headers.getFirst())
                : Optional.<Identity>empty();
        if (customer.isEmpty()) {
            throw new Refused(Problems.invalid("Makegood-Customer",
                    "must name one customer, as app/user-42"));
        }
        turns.ofCustomer(customer.get());
        return customer.get();
    }

    private static String body(Route route, Context http) {
        return !route.takesJson() || Bodies.isAbsent(http) ? "" : Bodies.read(http);
    }

    private String address(Context http) {
        return addresses.of(http.req().getRemoteAddr(), http.header("X-Forwarded-For"));
    }

    private static String requestId(Context http) {
        return http.res().getHeader(Door.REQUEST_ID);
    }

    private static void send(Reply reply, Context http) {
        // As bytes: a text would be written in the charset the library takes a problem's type to have.
        http.status(reply.status())
                .contentType(reply.contentType())
                .result(reply.body().getBytes(StandardCharsets.UTF_8));
        reply.headers().forEach(http::header);
    }
}
