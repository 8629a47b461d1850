package dev.makegood.cli.demo;

import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/** A request of a browser to the shop, with the fields of a form if it sends one. */
record ShopRequest(String method, String path, Map<String, String> fields) {

    private static final int FORM_BYTES_MAX = 4_096;

    static ShopRequest of(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readNBytes(FORM_BYTES_MAX),
                StandardCharsets.UTF_8);
        return new ShopRequest(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(),
                fields(form));
    }

    private static Map<String, String> fields(String form) {
        return Stream.of(form.split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(toMap(field -> decode(field[0]), field -> decode(field[1]),
                        (first, again) -> first));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    boolean matches(String otherMethod, String otherPath) {
        return method.equals(otherMethod) && path.equals(otherPath);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
