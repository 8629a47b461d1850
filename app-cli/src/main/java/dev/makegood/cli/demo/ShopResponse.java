package dev.makegood.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The response of the shop: a page, or a redirect to another one. */
record ShopResponse(int status, String location, String html) {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
                    + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    static ShopResponse page(String html) {
        return new ShopResponse(200, "", html);
    }

    static ShopResponse redirect(String location) {
        return new ShopResponse(303, location, "");
    }

    static ShopResponse notFound() {
        return new ShopResponse(404, "",
                "<!doctype html><title>Nothing here</title><p>Nothing here.");
    }

    void send(HttpExchange exchange) throws IOException {
        var body = html.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.set("Cache-Control", "no-store");
        if (!location.isEmpty()) {
            headers.set("Location", location);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
