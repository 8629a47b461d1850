package dev.makegood.server.settings;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who does the work: the configured pipelines, and which operation goes to which.
 *
 * @param byOperation a pipeline's name for operations such as {@code story-editor/project-video}
 * @param defaultPipeline the pipeline of every other operation; {@link #NONE} if none is configured
 */
public record PipelineSettings(@Nullable SuperDuperAiConnection superDuperAi,
        @Nullable PrefectConnection prefect, Map<String, String> byOperation,
        String defaultPipeline) {

    public static final String SUPERDUPERAI = "superduperai";
    public static final String PREFECT = "prefect";

    /** The pipeline that refuses every order, where none is configured. */
    public static final String NONE = "none";

    private static final Set<String> NAMES = Set.of(SUPERDUPERAI, PREFECT);
    private static final String PIPELINE_BY_OPERATION = "MAKEGOOD_PIPELINES";
    private static final String DEFAULT_PIPELINE = "MAKEGOOD_PIPELINE_DEFAULT";
    private static final Pattern ENTRY =
            Pattern.compile("([a-z0-9_.-]+/[a-z0-9_.-]+)=([a-z0-9-]+)");

    public PipelineSettings {
        byOperation = Map.copyOf(byOperation);
    }

    /** SuperDuperAI: its address and token. */
    public record SuperDuperAiConnection(URI url, Secret token, PipelineDeadlines deadlines) {}

    /**
     * Prefect: its address and credentials, and which deployment is run.
     *
     * @param parameters what its flow takes; empty to read it from the deployment
     */
    public record PrefectConnection(URI url, @Nullable Secret apiKey, @Nullable Secret basicAuth,
            String deployment, List<String> parameters, PipelineDeadlines deadlines) {

        public PrefectConnection {
            parameters = List.copyOf(parameters);
        }
    }

    static PipelineSettings read(SettingsReader reader) {
        var deadlines = PipelineDeadlines.read(reader, "SUPERDUPERAI");
        var token = reader.secret("SUPERDUPERAI_TOKEN");
        var superDuperAi = reader.text("SUPERDUPERAI_URL")
                .map(url -> new SuperDuperAiConnection(reader.webAddress("SUPERDUPERAI_URL", url),
                        token.orElseThrow(() -> InvalidSetting.missing("SUPERDUPERAI_TOKEN",
                                "SUPERDUPERAI_URL is set")),
                        deadlines));
        var prefect = prefect(reader);
        var configured = superDuperAi.isPresent() ? SUPERDUPERAI
                : prefect.isPresent() ? PREFECT : NONE;
        return new PipelineSettings(superDuperAi.orElse(null), prefect.orElse(null),
                byOperation(reader), defaultPipeline(reader, configured));
    }

    private static Optional<PrefectConnection> prefect(SettingsReader reader) {
        var deadlines = PipelineDeadlines.read(reader, "PREFECT");
        var key = reader.secret("PREFECT_API_KEY").orElse(null);
        var basic = reader.secret("PREFECT_API_AUTH_STRING").orElse(null);
        var deployment = reader.text("PREFECT_DEPLOYMENT");
        var parameters = reader.list("PREFECT_PARAMETERS");
        return reader.text("PREFECT_API_URL")
                .map(url -> new PrefectConnection(reader.webAddress("PREFECT_API_URL", url), key,
                        basic,
                        deployment.orElseThrow(() -> InvalidSetting.missing("PREFECT_DEPLOYMENT",
                                "PREFECT_API_URL is set")),
                        parameters, deadlines));
    }

    private static String defaultPipeline(SettingsReader reader, String configured) {
        var chosen = reader.text(DEFAULT_PIPELINE).orElse(configured);
        if (!NAMES.contains(chosen) && !chosen.equals(NONE)) {
            throw new InvalidSetting(DEFAULT_PIPELINE,
                    "must be superduperai, prefect or none, not " + chosen);
        }
        return chosen;
    }

    private static Map<String, String> byOperation(SettingsReader reader) {
        var map = new LinkedHashMap<String, String>();
        for (var entry : reader.list(PIPELINE_BY_OPERATION)) {
            var match = ENTRY.matcher(entry);
            if (!match.matches() || !NAMES.contains(match.group(2))) {
                throw new InvalidSetting(PIPELINE_BY_OPERATION,
                        "must hold pairs such as story-editor/project-video=superduperai, with"
                                + " superduperai or prefect on the right, not " + entry);
            }
            map.put(match.group(1), match.group(2));
        }
        return map;
    }
}
