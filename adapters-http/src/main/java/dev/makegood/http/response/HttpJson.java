package dev.makegood.http.response;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How we read and write JSON: strictly, and numbers exactly. */
public final class HttpJson {

    private static final int DEPTH_MAX = 32;
    private static final int NUMBER_CHARACTERS_MAX = 100;

    /** Field names are not cached between requests: any caller can choose them. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(NUMBER_CHARACTERS_MAX)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()).build();

    private HttpJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Reads JSON known to be valid once more, its numbers exactly: money must never be a float. */
    public static JsonNode readExact(String source) {
        return MAPPER.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(source);
    }

    /** One line of JSON lines. */
    public static String writeLine(Object body) {
        return write(body) + "\n";
    }

    public static String write(Object body) {
        return MAPPER.writeValueAsString(body);
    }
}
