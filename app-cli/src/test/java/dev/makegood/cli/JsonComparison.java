package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A document of the command line beside one of the HTTP API. A field that is null is as good as none.
 *
 * @param onlyOurs fields that only the command line has
 * @param onlyTheirs fields that only HTTP has
 */
record JsonComparison(
        JsonNode ours, JsonNode theirs, Set<String> onlyOurs, Set<String> onlyTheirs) {

    /** Which books a command wrote to. */
    private static final String BOOKS = "books";

    static JsonComparison of(JsonNode ours, JsonNode theirs) {
        return new JsonComparison(ours, theirs, Set.of(), Set.of());
    }

    JsonComparison withOnlyOurs(String... names) {
        return new JsonComparison(ours, theirs, Set.of(names), onlyTheirs);
    }

    JsonComparison withOnlyTheirs(String... names) {
        return new JsonComparison(ours, theirs, onlyOurs, Set.of(names));
    }

    /** For documents about the same thing: what both have is the same. */
    void isEqual() {
        compare(value -> value);
    }

    /** For documents about two things of one kind: what both have is of the same shape. */
    void isAlike() {
        compare(JsonComparison::shape);
    }

    private void compare(UnaryOperator<JsonNode> part) {
        var ourNames = names(ours);
        var theirNames = names(theirs);
        assertThat(without(ourNames, theirNames)).as("only ours: %s", ours).isEqualTo(onlyOurs);
        assertThat(without(theirNames, ourNames)).as("only theirs: %s", theirs)
                .isEqualTo(onlyTheirs);
        ourNames.retainAll(theirNames);
        assertThat(ourNames).as("fields of both").isNotEmpty();
        ourNames.forEach(name -> assertThat(part.apply(ours.path(name))).as(name)
                .isEqualTo(part.apply(theirs.path(name))));
    }

    private static JsonNode shape(JsonNode value) {
        var fields = new TreeMap<String, Object>();
        value.properties().forEach(field -> fields.put(field.getKey(), shape(field.getValue())));
        return value.isObject() ? CommandRunner.JSON.valueToTree(fields)
                : CommandRunner.JSON.valueToTree(value.getNodeType().name());
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        var rest = new TreeSet<>(names);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> names(JsonNode json) {
        assertThat(json.isObject()).as("an object: %s", json).isTrue();
        var names = new TreeSet<String>();
        json.properties()
                .stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> names.add(field.getKey()));
        names.remove(BOOKS);
        return names;
    }
}
