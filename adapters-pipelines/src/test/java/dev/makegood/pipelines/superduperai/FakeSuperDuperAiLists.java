package dev.makegood.pipelines.superduperai;

import dev.makegood.pipelines.FakePipelineResponse;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One page of the list of projects. */
final class FakeSuperDuperAiLists {

    private static final JsonMapper JSON = new JsonMapper();

    private FakeSuperDuperAiLists() {}

    static FakePipelineResponse of(List<ObjectNode> oldestFirst, Context context) {
        var limit = number(context, "limit", 50);
        var offset = number(context, "offset", 0);
        var order = Optional.ofNullable(context.queryParam("order")).orElse("descendent");
        if (limit < 1 || offset < 0 || !List.of("descendent", "ascendent").contains(order)) {
            return FakeSuperDuperAiValidation
                    .unprocessable("[\"query\"]", "Input should be valid", "value_error")
                    .orElseThrow();
        }
        var found = new ArrayList<>(oldestFirst);
        found.removeIf(project -> !matches(project, context));
        if (order.equals("descendent")) {
            Collections.reverse(found);
        }
        return FakePipelineResponse.ok(page(found, limit, offset));
    }

    private static boolean matches(ObjectNode project, Context context) {
        var type = context.queryParam("type");
        var text = context.queryParam("search_text");
        return (type == null || type.equals(project.path("type").stringValue("")))
                && (text == null || project.at("/config/prompt").stringValue("").contains(text));
    }

    private static ObjectNode page(List<ObjectNode> found, int limit, int offset) {
        var from = Math.min(offset, found.size());
        var to = Math.min(from + limit, found.size());
        var page = JSON.createObjectNode();
        page.putArray("items").addAll(found.subList(from, to));
        page.put("total", found.size()).put("limit", limit).put("offset", offset);
        if (to < found.size()) {
            page.putObject("next").put("offset", to).put("limit", limit);
        } else {
            page.putNull("next");
        }
        return page;
    }

    private static int number(Context context, String name, int otherwise) {
        try {
            return Optional.ofNullable(context.queryParam(name))
                    .map(Integer::parseInt)
                    .orElse(otherwise);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
