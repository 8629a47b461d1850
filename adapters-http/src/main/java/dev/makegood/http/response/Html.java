package dev.makegood.http.response;

import dev.makegood.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Objects;

/** Pages for people: values are escaped, and browsers accept only our style and our script, by their hashes. */
public final class Html {

    static final String CONTENT_TYPE = "text/html; charset=utf-8";

    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("refresh.js");
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'sha256-" + hash(STYLE)
                    + "'; script-src 'sha256-" + hash(SCRIPT) + "'; connect-src 'self'"
                    + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Html() {}

    /**
     * A page.
     *
     * @param title as text
     * @param main as HTML, with values escaped already
     */
    public static ServerResponse page(int status, String title, String main) {
        return page(status, title, "", main);
    }

    /** A page that updates itself by a script; without scripts it reloads after so many seconds. */
    public static ServerResponse refreshingPage(String title, String main, int refreshSeconds) {
        return page(200, title, """
                <noscript><meta http-equiv="refresh" content="%d"></noscript>
                <script type="module">%s</script>
                """.formatted(refreshSeconds, SCRIPT), main);
    }

    private static ServerResponse page(int status, String title, String head, String main) {
        var page = """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                %s<title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(head, escape(title), STYLE, main);
        return ServerResponse.ofType(status, page, CONTENT_TYPE)
                .withHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    }

    /** A problem as a page. */
    public static ServerResponse problemPage(ServerResponse problem) {
        var words = switch (problem.status()) {
            case 404 -> "This page does not exist.";
            case 429 -> "Too many requests. Please wait a moment and try again.";
            case 503 -> "This page is temporarily unavailable. Please try again soon.";
            default -> problem.status() < 500 ? "This request is invalid."
                    : "There was an error on our side. Please try again later.";
        };
        var page = page(problem.status(), words,
                "<h1>" + words + "</h1>\n<p>Error " + problem.status() + "</p>\n");
        var headers = new LinkedHashMap<>(problem.headers());
        headers.putAll(page.headers());
        return new ServerResponse(page.status(), page.body(), headers);
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (var text = Html.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        return Base64.getEncoder()
                .encodeToString(Sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
