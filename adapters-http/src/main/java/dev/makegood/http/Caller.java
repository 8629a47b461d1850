package dev.makegood.http;

import dev.makegood.access.Role;
import dev.makegood.event.Cause;
import java.util.Set;

/**
 * Who calls: a key, by its readable part, and what it may be used for.
 *
 * @param name the key's id, or {@code root}
 */
record Caller(String name, Set<Role> roles) {

    static final Caller ROOT = new Caller("root", Set.of(Role.OPERATOR, Role.APP));

    /** Whoever needs no credentials. */
    static final Caller STRANGER = new Caller("stranger", Set.of());

    boolean is(Role role) {
        return roles.contains(role);
    }

    boolean mayCall(Route route) {
        return route.isOpen() || route.roles().stream().anyMatch(this::is);
    }

    /** What this caller does in that role, and why, for the events. */
    Cause because(Role role, String reason) {
        return new Cause(role.label() + ":" + name, reason);
    }
}
