package dev.makegood.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Objects;

/** Pages for people: escaped, and so strict that nothing counts in them but our style and script, by their hashes. */
final class Html {

    static final String TYPE = "text/html; charset=utf-8";

    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("again.js");
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; script-src 'sha256-" + hash(SCRIPT) + "'; connect-src 'self'"
            + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Html() {}

    /**
     * A page.
     *
     * @param title as text
     * @param main as HTML, whose values are escaped already
     */
    static Reply page(int status, String title, String main) {
        return page(status, title, "", main);
    }

    /** A page that shows by itself how it goes on; without a script it loads again after so many seconds. */
    static Reply pageThatGoesOn(String title, String main, int seconds) {
        return page(200, title, """
                <noscript><meta http-equiv="refresh" content="%d"></noscript>
                <script type="module">%s</script>
                """.formatted(seconds, SCRIPT), main);
    }

    private static Reply page(int status, String title, String head, String main) {
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
                """.formatted(head, escaped(title), STYLE, main);
        return Reply.typed(status, page, TYPE).with("Content-Security-Policy", POLICY);
    }

    /** A refusal that was meant for programs, said to a person. */
    static Reply readable(Reply refusal) {
        var words = switch (refusal.status()) {
            case 404 -> "There is no such page.";
            case 429 -> "That was a little too often. Please wait a moment and try again.";
            case 503 -> "We cannot show this for the moment. Please try again soon.";
            default -> refusal.status() < 500 ? "That request makes no sense to us."
                    : "Something broke on our side. Please try again later.";
        };
        var page = page(refusal.status(), words,
                "<h1>" + words + "</h1>\n<p>Error " + refusal.status() + "</p>\n");
        var headers = new LinkedHashMap<>(refusal.headers());
        headers.putAll(page.headers());
        return new Reply(page.status(), page.body(), headers);
    }

    static String escaped(String text) {
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
                .encodeToString(Sha256.over(text.getBytes(StandardCharsets.UTF_8)));
    }
}
