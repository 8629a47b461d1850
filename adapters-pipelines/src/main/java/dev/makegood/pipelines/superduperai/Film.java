package dev.makegood.pipelines.superduperai;

import dev.makegood.project.Order;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body that asks for a film: what was ordered, our mark, and the original's own choices. */
record Film(Order order, Mark mark) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CHOICES = """
            {"template_name":"story","type":"film",
             "style_name":null,"music_id":null,"thumbnail_url":null,
             "config":{"image_generation_config_name":"comfyui/flux","image_model_type":"flux",
              "dynamic":1,"auto_mode":true,"entity_ids":[],
              "voiceover_volume":1,"music_volume":1,"sound_effect_volume":1,
              "transition":{"type":"fade","direction":null},"zoom":{"type":null,"ease":"linear"},
              "watermark":false,"subtitles":false,"voiceover":false}}""";

    JsonNode json() {
        var json = JSON.readTree(CHOICES);
        json.withObject("/config")
                .put("prompt", mark.prompt())
                .put("seed", mark.seed())
                .put("quality", quality())
                .put("aspect_ratio", order.inputs().getOrDefault("aspectRatio", "16:9"));
        return json;
    }

    private String quality() {
        var wanted = order.operation().multipliers().names();
        if (wanted.contains("4k")) {
            return "full_hd";
        }
        return wanted.contains("hd") ? "hd" : "sd";
    }
}
