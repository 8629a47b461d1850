package dev.makegood.cli.terminal;

import dev.makegood.money.Money;
import java.util.Collection;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** JSON for programs: one document, camelCase, ids and times as text. */
public final class CliJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private CliJson() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static <T> ArrayNode array(Collection<T> items, Function<T, JsonNode> toJson) {
        var array = MAPPER.createArrayNode();
        items.stream().map(toJson).forEach(array::add);
        return array;
    }

    /** JSON that is kept as text, as part of a document. */
    public static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }

    /** JSON of maps, lists, texts and numbers. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Money in major units, as text, so that programs do not read it as a float. */
    public static JsonNode money(Money money) {
        return object().put("value", money.majorUnits().toPlainString())
                .put("currency", money.currency().getCurrencyCode());
    }

    public static JsonNode text(String text) {
        return StringNode.valueOf(text);
    }

    public static String write(JsonNode json) {
        return MAPPER.writeValueAsString(json);
    }
}
