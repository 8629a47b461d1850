package dev.makegood.stripe.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Parameters as Stripe takes them: a form whose names nest by brackets. */
final class FakeStripeForm {

    private static final Pattern BRACKET = Pattern.compile("\\[([^\\[\\]]*)]");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, FakeStripeForm> forms = new LinkedHashMap<>();
    private final String path;

    private FakeStripeForm(String path) {
        this.path = path;
    }

    static FakeStripeForm parse(String encoded) {
        var form = new FakeStripeForm("");
        for (var pair : encoded.isEmpty() ? new String[0] : encoded.split("&")) {
            var cut = pair.indexOf('=');
            var name = decode(cut < 0 ? pair : pair.substring(0, cut));
            form.put(steps(name), cut < 0 ? "" : decode(pair.substring(cut + 1)));
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static List<String> steps(String name) {
        var bracket = name.indexOf('[');
        var steps = new ArrayList<>(List.of(bracket < 0 ? name : name.substring(0, bracket)));
        var rest = BRACKET.matcher(bracket < 0 ? "" : name.substring(bracket));
        while (rest.find()) {
            steps.add(rest.group(1));
        }
        return steps;
    }

    private void put(List<String> steps, String value) {
        var name =
                steps.getFirst().isEmpty() ? "" + (texts.size() + forms.size()) : steps.getFirst();
        if (steps.size() == 1) {
            texts.put(name, value);
        } else {
            forms.computeIfAbsent(name, key -> new FakeStripeForm(pathOf(key)))
                    .put(steps.subList(1, steps.size()), value);
        }
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "[" + name + "]";
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).filter(text -> !text.isEmpty());
    }

    String require(String name) {
        return text(name)
                .orElseThrow(() -> FakeStripeError.invalid(pathOf(name), "parameter_missing",
                        "Missing required param: " + pathOf(name) + "."));
    }

    Optional<Long> number(String name) {
        return text(name).map(text -> {
            if (!text.matches("-?[0-9]{1,18}")) {
                throw FakeStripeError.invalid(pathOf(name), "parameter_invalid_integer",
                        "Invalid integer: " + text);
            }
            return Long.parseLong(text);
        });
    }

    /** A part of the form; empty if it was not sent. */
    FakeStripeForm form(String name) {
        return forms.getOrDefault(name, new FakeStripeForm(pathOf(name)));
    }

    /** The parts of a list. */
    List<FakeStripeForm> forms(String name) {
        return List.copyOf(form(name).forms.values());
    }

    /** The values of a list of texts. */
    List<String> texts(String name) {
        return List.copyOf(form(name).texts.values());
    }

    /** The names of all that was sent, at this level. */
    Set<String> names() {
        var names = new LinkedHashSet<>(texts.keySet());
        names.addAll(forms.keySet());
        return names;
    }

    boolean has(String name) {
        return texts.containsKey(name) || forms.containsKey(name);
    }

    /** Metadata with Stripe's limits. */
    ObjectNode metadata() {
        var given = form("metadata").texts;
        if (given.size() > 50) {
            throw FakeStripeError.invalid("metadata", "Metadata can have up to 50 keys.");
        }
        var metadata = FakeStripeResponse.JSON.createObjectNode();
        given.forEach((key, value) -> {
            if (key.length() > 40 || value.length() > 500) {
                throw FakeStripeError.invalid("metadata[" + key + "]",
                        "Invalid val: {" + key + "} must be a string under 500 characters");
            }
            metadata.put(key, value);
        });
        return metadata;
    }

    @Override
    public String toString() {
        return texts + " " + forms;
    }
}
