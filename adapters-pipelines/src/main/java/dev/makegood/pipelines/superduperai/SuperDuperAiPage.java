package dev.makegood.pipelines.superduperai;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One page of the list of projects there, the newest first. */
record SuperDuperAiPage(JsonNode body, int offset) {

    private List<JsonNode> projects() {
        return List.copyOf(body.path("items").values());
    }

    int nextOffset() {
        return offset + projects().size();
    }

    /** The last one on this page that carries the seed. */
    Optional<JsonNode> findOldest(SuperDuperAiSeed seed) {
        return projects().stream().filter(seed::isOf).reduce((newer, older) -> older);
    }

    /** Tells whether nothing created since then can come after this page. */
    boolean isLastSince(Instant since) {
        var total = body.path("total");
        return projects().isEmpty()
                || (total.isIntegralNumber() && nextOffset() >= total.asLong(0))
                || createdAt(projects().getLast()).map(since::isAfter).orElse(false);
    }

    /** As it is written there: with a zone, or without one and then UTC; empty if not at all. */
    private static Optional<Instant> createdAt(JsonNode project) {
        try {
            var text = project.path("created_at").stringValue("");
            return Optional.of(toInstant(DateTimeFormatter.ISO_DATE_TIME
                    .parseBest(text, ZonedDateTime::from, LocalDateTime::from)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant toInstant(TemporalAccessor time) {
        return time instanceof LocalDateTime local
                ? local.toInstant(ZoneOffset.UTC)
                : Instant.from(time);
    }
}
