package dev.makegood.http;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** JSON as we write it, and as strictly as we read it. */
final class Json {

    private static final int DEPTH_MAX = 32;
    private static final int NUMBER_CHARACTERS_MAX = 100;

    /** Names of fields are not remembered between requests: strangers choose them. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(NUMBER_CHARACTERS_MAX)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .build()).build();

    private Json() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    static String write(Object body) {
        return MAPPER.writeValueAsString(body);
    }
}
