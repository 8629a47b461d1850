package dev.makegood.http.server;

import dev.makegood.customer.Identity;
import dev.makegood.http.address.ClientAddresses;
import dev.makegood.http.connection.ClientConnection;
import dev.makegood.http.connection.ClientConnections;
import dev.makegood.http.connection.LingeringClose;
import dev.makegood.http.limits.ConcurrencyLimit;
import dev.makegood.http.limits.LoadLimit;
import dev.makegood.http.limits.RateLimit;
import dev.makegood.http.limits.RateLimits;
import dev.makegood.http.request.Caller;
import dev.makegood.http.request.RequestBodies;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.EntityTag;
import dev.makegood.http.response.Html;
import dev.makegood.http.response.Problem;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.ServerResponse.BodyLines;
import dev.makegood.store.ReusedIdException;
import dev.makegood.store.StoreUnavailableException;
import io.javalin.http.Context;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits a request by its key, the rate limits, its role, its customer, the load and its body, in this order. Then its route
 * handles it; an exception on the way becomes a problem.
 *
 * <p>Every request is counted, also one that is refused; that of a customer before that of the key, so that a noisy
 * customer does not use up the key of the others.
 */
final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final String BEARER = "bearer ";

    /** Whether a response has a tag, by which it can be asked for again. */
    private static final String READ_AGAIN = "makegood.read-again";

    /** Of another scheme than ours: a key that is never valid. */
    private static final String NO_KEY = "";

    private final KeyAuthenticator authenticator;
    private final RateLimits rateLimits;
    private final ConcurrencyLimit concurrencyLimit;
    private final LoadLimit loadLimit;
    private final ClientAddresses clientAddresses;

    Gate(
            KeyAuthenticator authenticator, RateLimits rateLimits,
            ConcurrencyLimit concurrencyLimit, LoadLimit loadLimit,
            ClientAddresses clientAddresses) {
        this.authenticator = authenticator;
        this.rateLimits = rateLimits;
        this.concurrencyLimit = concurrencyLimit;
        this.loadLimit = loadLimit;
        this.clientAddresses = clientAddresses;
    }

    void handle(Route route, Context http) {
        http.req().setAttribute(RequestFilter.ROUTE_ATTRIBUTE, route);
        var response = respond(route, http);
        boolean isPageProblem = route.routeKind() == Route.RouteKind.PAGE && response.isProblem();
        var shown = isPageProblem ? Html.problemPage(response) : response;
        http.attribute(READ_AGAIN, canBeReadAgain(route, shown));
        send(shown, http);
    }

    private static boolean canBeReadAgain(Route route, ServerResponse response) {
        return route.onlyReads()
                && route.routeKind() != Route.RouteKind.HEALTH
                && response.status() == HttpStatus.OK_200
                && response.lines() == null;
    }

    /** Answers a request that no route is for. */
    void handleUnrouted(Context http, Problem problem) {
        send(withErrorHandling(http, () -> {
            show(rateLimits.acquireForAddress(clientAddress(http)), http);
            return problem.response();
        }), http);
    }

    private ServerResponse respond(Route route, Context http) {
        return withErrorHandling(http, () -> route.routeKind() == Route.RouteKind.HEALTH
                ? route.handler().handle(admit(route, http))
                : handleWithinLimits(route, http));
    }

    /** The body is read as fast as its sender likes: meanwhile the request does not count as worked on. */
    private ServerResponse handleWithinLimits(Route route, Context http) {
        var admitted = concurrencyLimit.during(() -> admit(route, http));
        checkLoad(route);
        var request = admitted.withBody(readBody(route, http));
        return concurrencyLimit.during(() -> route.handler().handle(request));
    }

    private void checkLoad(Route route) {
        if (route.onlyReads()) {
            loadLimit.checkReads();
        } else {
            loadLimit.checkUnits();
        }
    }

    private static ServerResponse withErrorHandling(
            Context http, Supplier<ServerResponse> handling) {
        try {
            return handling.get();
        } catch (ProblemException e) {
            return e.problem().response();
        } catch (ReusedIdException e) {
            LOG.warn("an id was used for two things, request={}", requestId(http), e);
            return Problems.idempotencyMismatch().response();
        } catch (StoreUnavailableException e) {
            LOG.warn("the database is unavailable, request={}", requestId(http), e);
            return Problems.unavailable().response();
        } catch (RuntimeException e) {
            return internalError(http, e);
        }
    }

    private static ServerResponse internalError(Context http, RuntimeException e) {
        if (e instanceof HttpException unreadable && unreadable.getCode() < 500) {
            return Problems.ofStatus(unreadable.getCode()).response();
        }
        LOG.error("answered with status 500, request={}", requestId(http), e);
        return Problems.internal().response();
    }

    private ServerRequest admit(Route route, Context http) {
        var caller = route.isPublic() ? admitAnonymous(route, http) : authenticate(http);
        var customer = route.needsCustomer() && route.admits(caller) ? findCustomer(http)
                : Optional.<Identity>empty();
        customer.ifPresent(named -> show(rateLimits.acquireForCustomer(named), http));
        if (!route.isPublic()) {
            show(rateLimits.acquireForKey(caller), http);
        }
        requireAdmitted(route, caller, customer);
        var request = new ServerRequest(http, caller, customer.orElse(null), clientAddress(http),
                "");
        if (route.takesIdempotencyKey()) {
            var unused = request.idempotencyKey();
        }
        return request;
    }

    /** Tells the client how much of a limit is left. */
    private static void show(RateLimit limit, Context http) {
        if (!limit.isNone()) {
            http.res().addHeader("RateLimit-Policy", limit.policyField());
            http.res().addHeader("RateLimit", limit.stateField());
        }
    }

    private static void requireAdmitted(
            Route route, Caller caller, Optional<Identity> customer) {
        if (!route.admits(caller)) {
            throw new ProblemException(
                    Problems.forbidden(caller.roles(), route.name(), route.roles()));
        }
        if (route.needsCustomer() && customer.isEmpty()) {
            throw new ProblemException(Problems.invalidRequest("Makegood-Customer",
                    "must name one customer, such as app/user-42"));
        }
    }

    private Caller admitAnonymous(Route route, Context http) {
        if (route.routeKind().isLimitedByAddress()) {
            show(rateLimits.acquireForAddress(clientAddress(http)), http);
        }
        return Caller.ANONYMOUS;
    }

    private Caller authenticate(Context http) {
        boolean hasKey = hasKey(http);
        if (!hasKey) {
            show(rateLimits.acquireForAddress(clientAddress(http)), http);
            throw new ProblemException(Problems.missingKey());
        }
        return findCaller(http).orElseThrow(() -> new ProblemException(Problems.invalidKey()));
    }

    /** One key at most: a proxy could read another one of two than we do. */
    private static boolean hasKey(Context http) {
        boolean inPath = http.req().getAttribute(RequestFilter.PATH_KEY_ATTRIBUTE) != null;
        int headers = headers(http, "Authorization").size();
        if (headers > 1 || (inPath && headers > 0)) {
            throw new ProblemException(Problems.invalidRequest("Authorization",
                    "must be given once, and not beside a key in the path"));
        }
        return inPath || headers > 0;
    }

    private Optional<Caller> findCaller(Context http) {
        if (http.req().getAttribute(RequestFilter.PATH_KEY_ATTRIBUTE) instanceof String key) {
            return authenticator.authenticatePathKey(key, clientAddress(http));
        }
        var header = Objects.requireNonNullElse(http.header("Authorization"), "");
        boolean isBearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return authenticator.authenticate(
                isBearer ? header.substring(BEARER.length()).strip() : NO_KEY,
                clientAddress(http));
    }

    private static Optional<Identity> findCustomer(Context http) {
        var headers = headers(http, "Makegood-Customer");
        return headers.size() == 1 ? Identity.parse(headers.getFirst()) : Optional.empty();
    }

    private static String readBody(Route route, Context http) {
        return switch (route.routeKind()) {
            case NOTICE, LIST -> whileReading(http, () -> RequestBodies.readLatin1(http));
            case API -> !route.takesJson() || RequestBodies.isAbsent(http) ? ""
                    : whileReading(http, () -> RequestBodies.readJson(http));
            case PAGE, HEALTH -> "";
        };
    }

    private static <T> T whileReading(Context http, Supplier<T> reading) {
        return connection(http).map(connection -> connection.whileReading(reading))
                .orElseGet(reading);
    }

    private static Optional<ClientConnection> connection(Context http) {
        return ClientConnections.find(http.req()::getAttribute);
    }

    private String clientAddress(Context http) {
        return clientAddresses.resolve(http.req().getRemoteAddr(),
                headers(http, "X-Forwarded-For"), headers(http, "Forwarded"));
    }

    private static List<String> headers(Context http, String name) {
        return Collections.list(http.req().getHeaders(name));
    }

    private static String requestId(Context http) {
        return http.res().getHeader(RequestFilter.REQUEST_ID_HEADER);
    }

    private static void send(ServerResponse response, Context http) {
        if (!whileReading(http, () -> RequestBodies.isConsumed(http))) {
            http.header("Connection", "close");
            http.req().setAttribute(LingeringClose.attribute(), true);
        }
        var lines = response.lines();
        if (lines == null) {
            sendWhole(response, http);
        } else {
            sendLines(response, lines, http);
        }
    }

    private static void putHead(ServerResponse response, Context http) {
        http.status(response.status()).contentType(response.contentType());
        response.headers().forEach(http::header);
    }

    /** What fails before anything was sent is still a problem; afterwards only the connection can say it. */
    private static void sendLines(ServerResponse response, BodyLines lines, Context http) {
        var connection = connection(http).orElseThrow(
                () -> new IllegalStateException("a response needs a connection"));
        var stream = new LineStream(() -> {
            putHead(response, http);
            return http.outputStream();
        }, connection);
        var end = withErrorHandling(http, () -> {
            try {
                stream.write(lines);
            } catch (UncheckedIOException e) {
                LOG.debug("the client is gone, request={}", requestId(http), e);
                connection.close("the client is gone");
            }
            return response;
        });
        if (end.isProblem() && stream.hasBegun()) {
            connection.close("the response broke midway");
        } else if (end.isProblem()) {
            sendWhole(end, http);
        }
    }

    private static void sendWhole(ServerResponse response, Context http) {
        putHead(response, http);
        // As bytes: the library would guess a charset from the type of a problem.
        var body = response.body().getBytes(StandardCharsets.UTF_8);
        if (Boolean.TRUE.equals(http.attribute(READ_AGAIN)) && isKnown(body, http)) {
            http.status(HttpStatus.NOT_MODIFIED_304);
            return;
        }
        connection(http).ifPresent(connection -> connection.beginResponse(body.length));
        http.result(body);
    }

    /** Names the body, and tells whether the client says that it has it. */
    private static boolean isKnown(byte[] body, Context http) {
        var tag = EntityTag.of(body);
        http.header("ETag", tag.headerValue());
        return tag.matchesAny(headers(http, "If-None-Match"));
    }
}
