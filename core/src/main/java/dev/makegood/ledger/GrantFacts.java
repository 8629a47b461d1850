package dev.makegood.ledger;

import dev.makegood.store.Microseconds;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What events say of a grant beside its transfer, so that {@code verify} finds who changes it later:
 * its source, priority and expiry, and until when it was reopened.
 */
public final class GrantFacts {

    public static final String SOURCE = "source";
    public static final String PRIORITY = "priority";
    public static final String EXPIRES_AT = "expiresAt";

    /** The names of the facts of a new grant. */
    public static final Set<String> OF_GRANT = Set.of(SOURCE, PRIORITY, EXPIRES_AT);

    /** Each reopened grant has a fact of its own, with its id behind these words. */
    public static final String REOPENED = "reopened ";

    private GrantFacts() {}

    /** Without {@link #EXPIRES_AT} it never expires. */
    public static Map<String, String> ofGrant(Grant grant) {
        var facts = new LinkedHashMap<String, String>();
        facts.put(SOURCE, grant.source().label());
        facts.put(PRIORITY, Integer.toString(grant.priority()));
        if (grant.expiresAt() != null) {
            facts.put(EXPIRES_AT, grant.expiresAt().toString());
        }
        return facts;
    }

    static Map<String, String> ofReopened(Map<TransferId, Instant> untilByGrant) {
        var facts = new LinkedHashMap<String, String>();
        untilByGrant.forEach((grant, until) -> facts.put(REOPENED + grant,
                Microseconds.floor(until).toString()));
        return facts;
    }
}
