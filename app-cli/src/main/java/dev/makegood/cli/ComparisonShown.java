package dev.makegood.cli;

import dev.makegood.payment.GatewayBooks.Entry;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What comparing two books brought, for people and programs.
 *
 * @param asked how many were asked about before
 * @param settled how many of those are settled now
 */
record ComparisonShown(ReconcilingGateway between, long asked, long settled,
        Comparison books) {

    Reply reply() {
        return books.agrees() ? new Reply.Done(json(), lines()) : new Reply.Found(json(), lines());
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(between.gateway() + " from " + between.from() + " until " + between.until()
                + ": asked about " + asked + ", settled " + settled);
        section(lines, "missing here: made by us, says " + between.gateway()
                + ", and in no book of ours", missingHere(), books.missingHere().isEmpty());
        section(lines, "missing there: in our book, and " + between.gateway() + " has none of it",
                missingThere(), books.missingThere().isEmpty());
        section(lines, "different; ask again with makegood payments sync PAYMENT --called REF",
                different(), books.different().isEmpty());
        lines.add((books.agrees() ? "everything agrees: " : "") + books.agreeing()
                + " payments say the same on both sides, " + books.others()
                + " there are other people's");
        return lines;
    }

    private static void section(List<String> lines, String title, Table table, boolean empty) {
        if (!empty) {
            lines.add("");
            lines.add(title);
            lines.addAll(table.lines());
            lines.add("");
        }
    }

    private Table missingHere() {
        var table = Table.of("called there", "is there", "back there");
        books.missingHere()
                .forEach(entry -> table.row(names(entry), Difference.words(entry.report()),
                        entry.returned()));
        return table;
    }

    private Table missingThere() {
        var table = Table.of("payment", "state", "amount", "billed");
        books.missingThere()
                .forEach(payment -> table.row(payment.id(), PaymentShown.state(payment),
                        payment.bill().amount(), payment.bill().createdAt()));
        return table;
    }

    private Table different() {
        var table = Table.of("payment", "what", "here", "there", "called there");
        books.different()
                .forEach(it -> table.row(it.ours().id(), it.about(), it.here(), it.there(),
                        it.theirs().names().getFirst().id()));
        return table;
    }

    private static String names(Entry entry) {
        return entry.names().stream().map(GatewayRef::id).collect(Collectors.joining(" "));
    }

    private JsonNode json() {
        var json = Json.object()
                .put("gateway", between.gateway())
                .put("from", between.from().toString())
                .put("until", between.until().toString())
                .put("agrees", books.agrees())
                .put("asked", asked)
                .put("settled", settled)
                .put("agreeing", books.agreeing())
                .put("others", books.others());
        json.set("missingHere", Json.array(books.missingHere(), ComparisonShown::json));
        json.set("missingThere", Json.array(books.missingThere(), ComparisonShown::json));
        json.set("different", Json.array(books.different(), ComparisonShown::json));
        return json;
    }

    private static JsonNode json(Entry entry) {
        var json = Json.object();
        json.set("names", Json.array(entry.names(), name -> Json.text(name.id())));
        return json.put("there", Difference.words(entry.report()))
                .put("returned", PaymentShown.plain(entry.returned()))
                .put("currency", entry.returned().currency().getCurrencyCode());
    }

    private static JsonNode json(Payment payment) {
        return Json.object()
                .put("payment", payment.id().toString())
                .put("state", PaymentShown.state(payment))
                .put("amount", PaymentShown.plain(payment.bill().amount()))
                .put("currency", payment.bill().amount().currency().getCurrencyCode());
    }

    private static JsonNode json(Difference difference) {
        return Json.object()
                .put("payment", difference.ours().id().toString())
                .put("about", difference.about())
                .put("here", difference.here())
                .put("there", difference.there())
                .put("called", difference.theirs().names().getFirst().id());
    }
}
