package dev.makegood.cli.demo;

import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/** What a browser asks the shop for, with the fields of a form if it sends one. */
record Visit(String method, String path, Map<String, String> fields) {

    private static final int LARGEST_FORM = 4_096;

    static Visit of(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readNBytes(LARGEST_FORM),
                StandardCharsets.UTF_8);
        return new Visit(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(),
                fields(form));
    }

    private static Map<String, String> fields(String form) {
        return Stream.of(form.split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(toMap(field -> decoded(field[0]), field -> decoded(field[1]),
                        (first, again) -> first));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    boolean isFor(String otherMethod, String otherPath) {
        return method.equals(otherMethod) && path.equals(otherPath);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
