package dev.makegood.event;

import dev.makegood.hash.Hash;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /**
     * The hash of what it is about as it leaves it, of all that changes only with an event: whoever
     * changes that in the tables is found by {@code verify}. Null if it is about nothing that is
     * stored.
     */
    default @Nullable Hash stateHash() {
        return null;
    }
}
