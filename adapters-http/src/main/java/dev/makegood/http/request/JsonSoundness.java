package dev.makegood.http.request;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whether JSON from outside can be stored: only valid characters, and finite numbers. */
final class JsonSoundness {

    private JsonSoundness() {}

    static boolean isSound(JsonNode value) {
        if (value.isString()) {
            return Texts.isSound(value.stringValue());
        }
        if (value.isNumber()) {
            return Double.isFinite(value.asDouble());
        }
        return value.propertyStream().map(Map.Entry::getKey).allMatch(Texts::isSound)
                && value.valueStream().allMatch(JsonSoundness::isSound);
    }
}
