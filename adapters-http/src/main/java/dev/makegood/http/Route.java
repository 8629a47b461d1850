package dev.makegood.http;

import dev.makegood.access.Role;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * One line of the table of routes: what is called how, by whom, and what answers.
 *
 * @param kind what it takes, and in which shape it answers
 * @param roles who may; nobody named means everybody
 * @param owned what it speaks of is one customer's, named by the header {@code Makegood-Customer}
 * @param repeatable moves credits, so a key of the sender's makes it safe to repeat
 */
record Route(HandlerType method, String path, Kind kind, Set<Role> roles, boolean owned,
        boolean repeatable, Action action) {

    private static final Set<HandlerType> WITH_BODY = Set.of(HandlerType.POST, HandlerType.PUT);

    /** What a route takes, and in which shape it answers. */
    enum Kind {
        /** For programs: JSON in and out. */
        API,
        /** For gateways: bytes as they come, proved by themselves; so nobody's turn is asked for beforehand. */
        NOTICE,
        /** For people: a page; what a form sends is not looked at. */
        PAGE
    }

    /** What answers. */
    @FunctionalInterface
    interface Action {

        /** Answers a call that was let in; throws {@link Refused} if the call makes no sense. */
        Reply on(Call call);
    }

    static Route get(String path, Action action, Role... roles) {
        return api(HandlerType.GET, path, action, roles);
    }

    static Route post(String path, Action action, Role... roles) {
        return api(HandlerType.POST, path, action, roles);
    }

    static Route put(String path, Action action, Role... roles) {
        return api(HandlerType.PUT, path, action, roles);
    }

    static Route delete(String path, Action action, Role... roles) {
        return api(HandlerType.DELETE, path, action, roles);
    }

    private static Route api(HandlerType method, String path, Action action, Role... roles) {
        return new Route(method, path, Kind.API, Set.of(roles), false, false, action);
    }

    static Route notice(String path, Action action) {
        return new Route(HandlerType.POST, path, Kind.NOTICE, Set.of(), false, false, action);
    }

    static Route page(HandlerType method, String path, Action action) {
        return new Route(method, path, Kind.PAGE, Set.of(), false, false, action);
    }

    Route ofACustomer() {
        return new Route(method, path, kind, roles, true, repeatable, action);
    }

    Route thatMovesCredits() {
        return new Route(method, path, kind, roles, owned, true, action);
    }

    boolean isOpen() {
        return roles.isEmpty();
    }

    /** Tells whether it takes JSON in its body. */
    boolean takesJson() {
        return kind == Kind.API && WITH_BODY.contains(method);
    }

    /** How the table, the log and the tests call it. */
    String name() {
        return method.name() + " " + path;
    }
}
