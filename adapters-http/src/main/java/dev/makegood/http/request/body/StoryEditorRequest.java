package dev.makegood.http.request.body;

import dev.makegood.http.request.Fields;

import dev.makegood.pricing.Operation;
import dev.makegood.project.Order;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /api/story-editor/generate} asks for.
 *
 * @param prompt 1 to 10,000 characters
 * @param quality a multiplier of the price list, by default {@code standard}
 * @param aspectRatio such as {@code 16:9}; if null, the pipeline chooses
 * @param metadata a JSON object of the product's own, at most 10,000 characters, kept as it was sent
 */
public record StoryEditorRequest(String prompt, String quality, @Nullable String aspectRatio,
        String metadata) {

    private static final int PROMPT_MAX = 10_000;
    private static final int METADATA_MAX = 10_000;
    private static final int WORD_MAX = 50;
    private static final Pattern QUALITY = Pattern.compile("[a-z0-9][a-z0-9_.-]*");
    private static final Pattern RATIO = Pattern.compile("[1-9][0-9]{0,2}:[1-9][0-9]{0,2}");

    public static StoryEditorRequest of(Fields fields) {
        var prompt = fields.text("prompt", PROMPT_MAX);
        var quality = fields.optionalText("quality", WORD_MAX);
        var ratio = fields.optionalText("aspectRatio", WORD_MAX);
        var metadata = fields.rawObject("metadata", METADATA_MAX);
        fields.requireMatch("quality", quality == null ? "" : quality, QUALITY.asMatchPredicate(),
                "is unknown: " + quality);
        fields.requireMatch("aspectRatio", ratio == null ? "" : ratio, RATIO.asMatchPredicate(),
                "must look like 16:9");
        fields.throwIfInvalid();
        return new StoryEditorRequest(prompt, quality == null ? "standard" : quality, ratio,
                metadata);
    }

    public Operation operation() {
        return Operation.of("story-editor", "project-video", quality);
    }

    public Order order() {
        Map<String, String> inputs =
                aspectRatio == null ? Map.of() : Map.of("aspectRatio", aspectRatio);
        return new Order(operation(), prompt, inputs, metadata);
    }
}
