package dev.makegood.persistence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.JSONB;

/** Texts by name, as a flat JSON object; the only JSON there is in the database. */
final class JsonText {

    private static final int HEX = 16;
    private static final int ESCAPED_CODE = 4;

    private final String json;
    private int position;

    private JsonText(String json) {
        this.json = json;
    }

    static JSONB of(Map<String, String> texts) {
        var json = new StringBuilder("{");
        new TreeMap<>(texts).forEach((name, text) -> {
            quote(name, json.append(json.length() > 1 ? "," : ""));
            quote(text, json.append(':'));
        });
        return JSONB.valueOf(json.append('}').toString());
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        json.append('"');
    }

    /** Reads what PostgreSQL made of it; fails on anything but texts. */
    static Map<String, String> read(JSONB json) {
        return new JsonText(json.data()).texts();
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        expect('{');
        while (next() != '}') {
            var name = text();
            expect(':');
            texts.put(name, text());
            if (next() == ',') {
                position++;
            }
        }
        return texts;
    }

    private String text() {
        expect('"');
        var text = new StringBuilder();
        while (json.charAt(position) != '"') {
            char c = json.charAt(position++);
            text.append(c == '\\' ? escaped() : c);
        }
        position++;
        return text.toString();
    }

    private char escaped() {
        char c = json.charAt(position++);
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                position += ESCAPED_CODE;
                yield (char) Integer.parseInt(json, position - ESCAPED_CODE, position, HEX);
            }
            default -> c;
        };
    }

    private char next() {
        while (json.charAt(position) == ' ') {
            position++;
        }
        return json.charAt(position);
    }

    private void expect(char expected) {
        if (next() != expected) {
            throw new IllegalStateException("not a flat JSON object of strings: " + json);
        }
        position++;
    }
}
