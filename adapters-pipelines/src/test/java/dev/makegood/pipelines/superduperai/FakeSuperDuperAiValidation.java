package dev.makegood.pipelines.superduperai;

import dev.makegood.pipelines.FakePipelineResponse;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the body of a create must poll like, and how FastAPI says that it does not. */
final class FakeSuperDuperAiValidation {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> QUALITIES = Set.of("full_hd", "hd", "sd");

    private FakeSuperDuperAiValidation() {}

    static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    static Optional<FakePipelineResponse> findError(JsonNode request) {
        var config = request.path("config");
        if (!config.isObject()) {
            return unprocessable("[\"body\",\"config\"]", "Field required", "missing");
        }
        if (!config.path("prompt").isString()) {
            return unprocessable("[\"body\",\"config\",\"prompt\"]", "Field required", "missing");
        }
        if (config.has("quality") && !QUALITIES.contains(config.path("quality").stringValue(""))) {
            return unprocessable("[\"body\",\"config\",\"quality\"]",
                    "Input should be 'full_hd', 'hd' or 'sd'", "enum");
        }
        if (config.has("seed") && !config.path("seed").isInt()) {
            return unprocessable("[\"body\",\"config\",\"seed\"]",
                    "Input should be a valid integer", "int_type");
        }
        return request.path("template_name").stringValue("").isBlank()
                ? Optional.of(FakePipelineResponse.detail(400, "Template is required"))
                : Optional.empty();
    }

    static Optional<FakePipelineResponse> unprocessable(String where, String message, String type) {
        return Optional.of(FakePipelineResponse.of(422, """
                {"detail":[{"loc":%s,"msg":"%s","type":"%s"}]}""".formatted(where, message, type)));
    }
}
