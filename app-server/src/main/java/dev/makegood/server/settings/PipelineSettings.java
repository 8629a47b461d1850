package dev.makegood.server.settings;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who does the work: the pipelines that are configured, and which operation goes where.
 *
 * @param byOperation a pipeline's name for operations such as {@code story-editor/project-video}
 * @param usual the pipeline of every other operation; {@link #NOBODY} if none is configured
 */
public record PipelineSettings(@Nullable SuperDuperAi superDuperAi, @Nullable Prefect prefect,
        Map<String, String> byOperation, String usual) {

    public static final String SUPERDUPERAI = "superduperai";
    public static final String PREFECT = "prefect";

    /** Who works where nothing is configured: nobody. */
    public static final String NOBODY = "none";

    private static final Set<String> NAMES = Set.of(SUPERDUPERAI, PREFECT);
    private static final String MAP = "MAKEGOOD_PIPELINES";
    private static final String USUAL = "MAKEGOOD_PIPELINE";
    private static final Pattern ENTRY =
            Pattern.compile("([a-z0-9_.-]+/[a-z0-9_.-]+)=([a-z0-9-]+)");

    public PipelineSettings {
        byOperation = Map.copyOf(byOperation);
    }

    /** SuperDuperAI: where it is, and what lets us in. */
    public record SuperDuperAi(URI url, Secret token, WorkshopSettings workshop) {}

    /** Prefect: where it is, what lets us in, and which deployment is run. */
    public record Prefect(URI url, @Nullable Secret key, @Nullable Secret basic, String deployment,
            WorkshopSettings workshop) {}

    static PipelineSettings read(Reading reading) {
        var workshop = WorkshopSettings.read(reading, "SUPERDUPERAI");
        var token = reading.secret("SUPERDUPERAI_TOKEN");
        var superDuperAi = reading.text("SUPERDUPERAI_URL")
                .map(url -> new SuperDuperAi(reading.webAddress("SUPERDUPERAI_URL", url),
                        token.orElseThrow(() -> new WrongSetting("SUPERDUPERAI_TOKEN",
                                "is missing: SUPERDUPERAI_URL is set")),
                        workshop));
        var prefect = prefect(reading);
        var configured = superDuperAi.isPresent() ? SUPERDUPERAI
                : prefect.isPresent() ? PREFECT : NOBODY;
        return new PipelineSettings(superDuperAi.orElse(null), prefect.orElse(null),
                byOperation(reading), usual(reading, configured));
    }

    private static Optional<Prefect> prefect(Reading reading) {
        var workshop = WorkshopSettings.read(reading, "PREFECT");
        var key = reading.secret("PREFECT_API_KEY").orElse(null);
        var basic = reading.secret("PREFECT_API_AUTH_STRING").orElse(null);
        var deployment = reading.text("PREFECT_DEPLOYMENT");
        return reading.text("PREFECT_API_URL")
                .map(url -> new Prefect(reading.webAddress("PREFECT_API_URL", url), key, basic,
                        deployment.orElseThrow(() -> new WrongSetting("PREFECT_DEPLOYMENT",
                                "is missing: PREFECT_API_URL is set")),
                        workshop));
    }

    private static String usual(Reading reading, String configured) {
        var usual = reading.text(USUAL).orElse(configured);
        if (!NAMES.contains(usual) && !usual.equals(NOBODY)) {
            throw new WrongSetting(USUAL, "is superduperai, prefect or none");
        }
        return usual;
    }

    private static Map<String, String> byOperation(Reading reading) {
        var map = new LinkedHashMap<String, String>();
        for (var entry : reading.list(MAP)) {
            var match = ENTRY.matcher(entry);
            if (!match.matches() || !NAMES.contains(match.group(2))) {
                throw new WrongSetting(MAP, "holds pairs such as story-editor/project-video="
                        + "superduperai, with superduperai or prefect on the right");
            }
            map.put(match.group(1), match.group(2));
        }
        return map;
    }
}
