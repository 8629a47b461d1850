package dev.makegood.http.server;

import dev.makegood.access.Role;
import dev.makegood.http.request.Caller;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.ServerResponse;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * One line of the route table: a method and path, who may call it, and its handler.
 *
 * @param roles that may call it; if empty, no key is needed
 * @param needsCustomer is about one customer, named by the header {@code Makegood-Customer}
 * @param takesIdempotencyKey moves credits or money, so that a key makes it safe to repeat
 */
public record Route(
        HandlerType method, String path, RouteKind routeKind, Set<Role> roles,
        boolean needsCustomer, boolean takesIdempotencyKey, RouteHandler handler) {

    private static final Set<HandlerType> WITH_BODY = Set.of(HandlerType.POST, HandlerType.PUT);

    boolean onlyReads() {
        return method.equals(HandlerType.GET);
    }

    /** What a route reads, and in which form it answers. */
    public enum RouteKind {
        /** For programs: JSON in and out. */
        API,
        /** For gateways: bytes as they come; only a notice that is not verified counts against a rate limit. */
        NOTICE,
        /** For operators: a list, as CSV or as JSON lines; the answer is JSON lines. */
        LIST,
        /** For people: a page; the fields of a form are not read. */
        PAGE,
        /** For whoever watches over the server; never limited. */
        HEALTH;

        /** A notice is counted by its route, and only if it is not verified. */
        boolean isLimitedByAddress() {
            return this == API || this == PAGE;
        }
    }

    /** What a route does. */
    @FunctionalInterface
    public interface RouteHandler {

        /** Answers a request that the gate admitted; throws {@link ProblemException} if the request is invalid. */
        ServerResponse handle(ServerRequest request);
    }

    public static Route get(String path, RouteHandler handler, Role... roles) {
        return api(HandlerType.GET, path, handler, roles);
    }

    public static Route post(String path, RouteHandler handler, Role... roles) {
        return api(HandlerType.POST, path, handler, roles);
    }

    public static Route put(String path, RouteHandler handler, Role... roles) {
        return api(HandlerType.PUT, path, handler, roles);
    }

    public static Route delete(String path, RouteHandler handler, Role... roles) {
        return api(HandlerType.DELETE, path, handler, roles);
    }

    private static Route api(HandlerType method, String path, RouteHandler handler, Role... roles) {
        return new Route(method, path, RouteKind.API, Set.of(roles), false, false, handler);
    }

    public static Route list(String path, RouteHandler handler, Role... roles) {
        return new Route(HandlerType.POST, path, RouteKind.LIST, Set.of(roles), false, false,
                handler);
    }

    public static Route notice(String path, RouteHandler handler) {
        return new Route(HandlerType.POST, path, RouteKind.NOTICE, Set.of(), false, false, handler);
    }

    public static Route health(String path, RouteHandler handler) {
        return new Route(HandlerType.GET, path, RouteKind.HEALTH, Set.of(), false, false, handler);
    }

    public static Route page(HandlerType method, String path, RouteHandler handler) {
        return new Route(method, path, RouteKind.PAGE, Set.of(), false, false, handler);
    }

    public Route forCustomer() {
        return new Route(method, path, routeKind, roles, true, takesIdempotencyKey, handler);
    }

    public Route withIdempotencyKey() {
        return new Route(method, path, routeKind, roles, needsCustomer, true, handler);
    }

    public boolean isPublic() {
        return roles.isEmpty();
    }

    boolean admits(Caller caller) {
        return isPublic() || roles.stream().anyMatch(caller::hasRole);
    }

    /** Tells whether its body is JSON. */
    public boolean takesJson() {
        return routeKind == RouteKind.API && WITH_BODY.contains(method);
    }

    /** Its name in the table, the log, the tests and in problems. */
    public String name() {
        return method.name() + " " + path;
    }
}
