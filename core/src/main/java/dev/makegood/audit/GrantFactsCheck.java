package dev.makegood.audit;

import dev.makegood.event.RecordedEvent;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.GrantFacts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** I16: the source, priority and expiry of a grant are those that its events say. */
final class GrantFactsCheck {

    private static final class KnownGrant {
        private final GrantBalance grant;
        private boolean isKnown;
        private @Nullable Instant until;

        KnownGrant(GrantBalance grant) {
            this.grant = grant;
        }
    }

    private final ViolationCollector violations;
    private final Map<String, KnownGrant> grants = new HashMap<>();

    GrantFactsCheck(ViolationCollector violations, List<GrantBalance> grants) {
        this.violations = violations;
        grants.forEach(grant -> this.grants.put(grant.id().toString(), new KnownGrant(grant)));
    }

    void check(RecordedEvent event) {
        if (!event.type().startsWith("credits.")) {
            return;
        }
        if (event.facts().containsKey(GrantFacts.SOURCE)) {
            find(event.facts().getOrDefault("transfer", ""))
                    .ifPresent(known -> compare(known, event.facts()));
        }
        event.facts().forEach((name, until) -> {
            if (name.startsWith(GrantFacts.REOPENED)) {
                find(name.substring(GrantFacts.REOPENED.length()))
                        .ifPresent(known -> known.until = Instant.parse(until));
            }
        });
    }

    private Optional<KnownGrant> find(String grant) {
        return Optional.ofNullable(grants.get(grant));
    }

    /** Grants of before these facts are not compared. */
    private void compare(KnownGrant known, Map<String, String> facts) {
        known.isKnown = true;
        known.until = known.grant.grant().expiresAt();
        var said = new HashMap<>(facts);
        var stored = GrantFacts.ofGrant(known.grant.grant());
        said.keySet().retainAll(GrantFacts.OF_GRANT);
        violations.expect(said.equals(stored), "I16", () -> "grant " + known.grant.id()
                + " is stored with " + stored + ", its event says " + said);
    }

    void finish() {
        grants.values()
                .stream()
                .filter(known -> known.isKnown)
                .forEach(known -> violations.expect(
                        Objects.equals(known.until, known.grant.expiresAt()), "I16",
                        () -> "grant " + known.grant.id() + " is open until "
                                + known.grant.expiresAt() + ", its events say " + known.until));
    }
}
