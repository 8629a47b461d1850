package dev.makegood.pipelines.superduperai;

import dev.makegood.project.Order;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body that requests a film: what was ordered, our seed, and the defaults of their own page. */
record SuperDuperAiRequest(Order order, SuperDuperAiSeed seed) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DEFAULTS = """
            {"template_name":"story","type":"film",
             "style_name":null,"music_id":null,"thumbnail_url":null,
             "config":{"image_generation_config_name":"comfyui/flux","image_model_type":"flux",
              "dynamic":1,"auto_mode":true,"entity_ids":[],
              "voiceover_volume":1,"music_volume":1,"sound_effect_volume":1,
              "transition":{"type":"fade","direction":null},"zoom":{"type":null,"ease":"linear"},
              "watermark":false,"subtitles":false,"voiceover":false}}""";

    JsonNode toJson() {
        var json = JSON.readTree(DEFAULTS);
        json.withObject("/config")
                .put("prompt", seed.prompt())
                .put("seed", seed.value())
                .put("quality", quality())
                .put("aspect_ratio", order.inputs().getOrDefault("aspectRatio", "16:9"));
        return json;
    }

    private String quality() {
        var multipliers = order.operation().multipliers().names();
        if (multipliers.contains("4k")) {
            return "full_hd";
        }
        return multipliers.contains("hd") ? "hd" : "sd";
    }
}
