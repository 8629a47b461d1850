package dev.makegood.http;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whether JSON from outside can be kept anywhere: characters only, and numbers that are some. */
final class JsonSoundness {

    private JsonSoundness() {}

    static boolean of(JsonNode value) {
        if (value.isString()) {
            return Texts.isSound(value.stringValue());
        }
        if (value.isNumber()) {
            return Double.isFinite(value.asDouble());
        }
        return value.propertyStream().map(Map.Entry::getKey).allMatch(Texts::isSound)
                && value.valueStream().allMatch(JsonSoundness::of);
    }
}
