package dev.makegood.cli.demo;

import static java.util.stream.Collectors.joining;

import tools.jackson.databind.JsonNode;

/** The shop's only page: what there is to buy, and what was bought. */
record ShopPage(JsonNode balance, JsonNode packs, JsonNode history, String problem) {

    String html() {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>A shop</title>
                <meta name="viewport" content="width=device-width">%s
                <style>%s</style></head><body><main>
                <p class="note">A product of the demo, with Makegood behind it. No money moves.</p>
                <h1>You have <output id="available">%d</output> credits</h1>
                %s
                <section aria-labelledby="packs"><h2 id="packs">More credits</h2>
                <ul class="cards">%s</ul></section>
                <section aria-labelledby="site"><h2 id="site">Texts for a website</h2>%s</section>
                <section aria-labelledby="history"><h2 id="history">What was paid</h2>%s</section>
                </main></body></html>
                """.formatted(refreshScript(), STYLE, balance.path("available").asLong(0), alert(),
                cards(), FORM, table());
    }

    /** While a payment is pending, the page refreshes itself. */
    private String refreshScript() {
        boolean waiting = history.path("payments")
                .valueStream()
                .anyMatch(line -> line.path("status").asString("").equals("pending"));
        return waiting ? "<script type=\"module\">" + REFRESH_SCRIPT + "</script>" : "";
    }

    private String alert() {
        return problem.isEmpty() ? "" : "<p role=\"alert\">" + escape(problem) + "</p>";
    }

    private String cards() {
        return packs.path("packs").valueStream().map(this::card).collect(joining());
    }

    private String card(JsonNode pack) {
        return "<li><h3>%s</h3><p><strong>%s</strong></p>%s</li>".formatted(
                escape(pack.path("title").asString("")), money(pack.path("price")),
                packs.path("gateways")
                        .valueStream()
                        .map(gateway -> button(pack, gateway.asString("")))
                        .collect(joining()));
    }

    private static String button(JsonNode pack, String gateway) {
        var name = escape(pack.path("pack").asString(""));
        return """
                <form method="post" action="/buy"><input type="hidden" name="pack" value="%s">
                <button name="gateway" value="%s">Buy %s with %s</button></form>
                """.formatted(name, gateway, name, gateway);
    }

    private String table() {
        return "<table><thead><tr><th>What<th>When<th>How it stands<th>Amount</thead><tbody>"
                + history.path("payments")
                        .valueStream()
                        .map(ShopPage::historyRow)
                        .collect(joining())
                + "</tbody></table>";
    }

    private static String historyRow(JsonNode line) {
        return "<tr><td>%s<td>%s<td>%s<td>%s</tr>".formatted(
                escape(line.path("paymentType").asString("")),
                when(line),
                escape(line.path("status").asString("")), amount(line));
    }

    /** To the minute, in UTC. */
    private static String when(JsonNode line) {
        return escape(line.path("createdAt").asString("").replaceAll("T(..:..).*", " $1"));
    }

    private static String amount(JsonNode line) {
        return line.path("amount").isObject() ? money(line.path("amount"))
                : line.path("credits").asLong(0) + " credits";
    }

    private static String money(JsonNode amount) {
        return escape(amount.path("value").asString("") + " "
                + amount.path("currency").asString(""));
    }

    private static String escape(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String FORM = """
            <form method="post" action="/generate" class="site">
            <label>Website <input name="hostname" value="example.com" required></label>
            <label>Written by <select name="provider"><option>gemini</option>
            <option value="ollama">ollama (free)</option></select></label>
            <button id="generate">Generate</button></form>
            """;

    private static final String REFRESH_SCRIPT = """
            setInterval(async () => {
              const answer = await fetch(location.href);
              const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
              const now = document.querySelector('main');
              const next = page.querySelector('main');
              if (next.innerHTML !== now.innerHTML) now.innerHTML = next.innerHTML;
            }, 1000);
            """;

    private static final String STYLE = """
            body{font:17px/1.5 system-ui,sans-serif;color:#1d2430;background:#f6f7f9;margin:0}
            main{max-width:46rem;margin:0 auto;padding:2rem 1rem}
            .note{color:#4a5568;font-size:.9rem}h1{font-size:1.7rem;margin:.2rem 0 1.5rem}
            h2{font-size:1.15rem;margin:2rem 0 .6rem}h3{margin:0;font-size:1rem}
            .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem;
            list-style:none;padding:0;margin:0}.cards li,.site{background:#fff;border:1px solid
            #d9dee7;border-radius:.6rem;padding:1rem}.cards p{margin:.3rem 0}
            button{font:inherit;width:100%;padding:.6rem;margin-top:.5rem;border:0;color:#fff;
            background:#1f4fd8;border-radius:.4rem;cursor:pointer}
            button:focus-visible,input:focus-visible,select:focus-visible{outline:3px solid #f5a524}
            .site{display:grid;gap:.6rem}label{display:grid;gap:.2rem}
            input,select{font:inherit;padding:.5rem;border:1px solid #7b8794;border-radius:.4rem}
            table{width:100%;border-collapse:collapse;font-size:.92rem}
            th,td{text-align:left;padding:.4rem .5rem;border-bottom:1px solid #d9dee7}
            [role=alert]{background:#fdecea;border-left:4px solid #c0392b;padding:.6rem 1rem}
            """;
}
