package dev.makegood.cli.selling;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way in which a document may differ from what is documented.
 *
 * @param object the JSON pointer of an object in it
 * @param member the member of that object that differs
 */
record JsonMutation(String object, String member, JsonMutationKind kind) {

    /** What happens to the member. */
    enum JsonMutationKind {
        MISSING,
        NULL,
        OTHER_TYPE,
        EXTRA
    }

    private static final JsonMapper JSON = new JsonMapper();

    /** Each member of each object in the document: missing, null, of another type, and one more beside it. */
    static List<JsonMutation> allOf(JsonNode document) {
        var all = new ArrayList<JsonMutation>();
        collect("", document, all);
        return all;
    }

    private static void collect(String pointer, JsonNode node, List<JsonMutation> all) {
        switch (node) {
            case ObjectNode object -> {
                all.add(new JsonMutation(pointer, "new_member", JsonMutationKind.EXTRA));
                object.properties().forEach(member -> {
                    all.add(new JsonMutation(pointer, member.getKey(), JsonMutationKind.MISSING));
                    all.add(new JsonMutation(pointer, member.getKey(), JsonMutationKind.NULL));
                    all.add(new JsonMutation(pointer, member.getKey(),
                            JsonMutationKind.OTHER_TYPE));
                    collect(pointer + "/" + member.getKey(), member.getValue(), all);
                });
            }
            case ArrayNode array when !array.isEmpty() ->
                    collect(pointer + "/0", array.get(0), all);
            default -> {
            }
        }
    }

    ObjectNode applyTo(ObjectNode document) {
        var copy = document.deepCopy();
        var parent = (ObjectNode) copy.at(object);
        switch (kind) {
            case MISSING -> parent.remove(member);
            case NULL -> parent.putNull(member);
            case OTHER_TYPE -> parent.set(member, otherType(parent.path(member)));
            case EXTRA -> parent.putObject(member).putArray("list").add(1).addNull();
        }
        return copy;
    }

    private static JsonNode otherType(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> JSON.createArrayNode().add("an object before");
            case ArrayNode array -> JSON.createObjectNode().put("list", "before");
            case JsonNode text when text.isString() -> JSON.createObjectNode().put("text", 7);
            case JsonNode number when number.isNumber() ->
                    JSON.getNodeFactory().stringNode("seven");
            default -> JSON.createArrayNode().add(1.5);
        };
    }

    /** The member of the whole document that holds what differs. */
    String topMember() {
        return pointer().split("/", -1)[1];
    }

    String pointer() {
        return object + "/" + member;
    }
}
