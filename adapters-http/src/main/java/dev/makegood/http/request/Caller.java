package dev.makegood.http.request;

import dev.makegood.access.Role;
import dev.makegood.event.Cause;
import java.util.Set;

/**
 * Who calls: the id of a key, and its roles.
 *
 * @param name the key's id, {@code root} or {@code anonymous}
 */
public record Caller(String name, Set<Role> roles) {

    public static final Caller ROOT = new Caller("root", Set.of(Role.OPERATOR, Role.APP));

    /** Calls a public route, without a key. */
    public static final Caller ANONYMOUS = new Caller("anonymous", Set.of());

    public boolean hasRole(Role role) {
        return roles.contains(role);
    }

    /** This caller as the actor of an event, in that role and for that reason. */
    public Cause cause(Role role, String reason) {
        return new Cause(role.label() + ":" + name, reason);
    }
}
