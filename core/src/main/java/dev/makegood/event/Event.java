package dev.makegood.event;

import java.util.Map;

/**
 * Something that happened, recorded in the unit of work that made it happen.
 *
 * <p>Each concept seals its own kinds; the names of the types are listed in the domain rules.
 */
public interface Event {

    /** For example {@code project.failed}. */
    String type();

    /**
     * What there is to know about it, by name; amounts in whole credits, ids as text. Never a
     * secret.
     */
    Map<String, String> facts();
}
