package dev.makegood.http;

import dev.makegood.access.Role;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * One line of the table of routes: what is called how, by whom, and what answers.
 *
 * @param roles who may; nobody named means everybody
 * @param owned what it speaks of is one customer's, named by the header {@code Makegood-Customer}
 * @param repeatable moves credits, so a key of the sender's makes it safe to repeat
 */
record Route(HandlerType method, String path, Set<Role> roles, boolean owned, boolean repeatable,
        Action action) {

    /** What answers. */
    @FunctionalInterface
    interface Action {

        /** Answers a call that was let in; throws {@link Refused} if the call makes no sense. */
        Reply on(Call call);
    }

    static Route get(String path, Action action, Role... roles) {
        return new Route(HandlerType.GET, path, Set.of(roles), false, false, action);
    }

    static Route post(String path, Action action, Role... roles) {
        return new Route(HandlerType.POST, path, Set.of(roles), false, false, action);
    }

    Route ofACustomer() {
        return new Route(method, path, roles, true, repeatable, action);
    }

    Route thatMovesCredits() {
        return new Route(method, path, roles, owned, true, action);
    }

    boolean isOpen() {
        return roles.isEmpty();
    }

    boolean hasBody() {
        return method.equals(HandlerType.POST);
    }

    /** How the table, the log and the tests call it. */
    String name() {
        return method.name() + " " + path;
    }
}
