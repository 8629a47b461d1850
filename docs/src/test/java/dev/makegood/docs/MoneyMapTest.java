package dev.makegood.docs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.memory.InMemoryStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MoneyMapTest {

    private static final Pattern ARROW =
            Pattern.compile("(\\w+)(?:\\[[^]]*])? -->\\|(\\w+)\\| (\\w+)");

    private final DocPage docPage = DocPages.page("docs/money-map.md");

    @Test
    void the_diagram_has_an_arrow_for_every_kind_of_transfer() {
        var shown = ARROW.matcher(docPage.blocks("mermaid").getFirst())
                .results()
                .map(arrow -> List.of(arrow.group(2), arrow.group(1), arrow.group(3)))
                .toList();

        assertThat(shown).containsExactlyElementsOf(Stream.of(TransferKind.values())
                .map(kind -> List.of(kind.label(), node(kind.from().label()),
                        node(kind.to().label())))
                .toList());
    }

    @Test
    void the_table_of_kinds_is_the_one_of_the_code() {
        assertThat(docPage.table("kind")).extracting(row -> row.subList(0, 4))
                .containsExactlyElementsOf(Stream.of(TransferKind.values())
                        .map(kind -> List.of(kind.label(), kind.from().label(),
                                kind.to().label(), kind.eventType()))
                        .toList());
    }

    @Test
    void the_table_of_sources_is_in_the_order_in_which_they_are_spent() {
        assertThat(docPage.table("source"))
                .containsExactlyElementsOf(Stream.of(GrantSource.values())
                        .map(source -> List.of(source.label(), place(source)))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> what_happens_when_is_what_the_ledger_writes() {
        var happenings = new LedgerScenarios().all();
        var table = docPage.table("when").stream().collect(toMap(List::getFirst, List::getLast));
        assertThat(table).containsOnlyKeys(happenings.keySet());

        return happenings.entrySet()
                .stream()
                .map(happening -> DynamicTest.dynamicTest(happening.getKey(),
                        () -> assertThat(LedgerScenarios.labels(happening.getValue().get()))
                                .isEqualTo(table.get(happening.getKey()))));
    }

    @TestFactory
    Stream<DynamicTest> the_examples_of_the_spending_order_come_true() {
        return docPage.table("example")
                .stream()
                .collect(groupingBy(List::getFirst))
                .entrySet()
                .stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(),
                        () -> assertThat(taken(example.getValue()))
                                .isEqualTo(documented(example.getValue()))));
    }

    private static Map<String, Long> documented(List<List<String>> rows) {
        return rows.stream().collect(toMap(row -> row.get(1), row -> Long.parseLong(row.get(6))));
    }

    /** Grants in the reverse order, so that the order of granting does not help. */
    private static Map<String, Long> taken(List<List<String>> rows) {
        var clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
        var ledger = Makegood.on(new InMemoryStore()).withClock(clock).open().ledger();
        var ada = new CustomerId(new UUID(1, 1));
        rows.reversed()
                .forEach(row -> assertThat(ledger.grant(id(row), ada, grant(row)))
                        .isInstanceOf(Posting.Posted.class));
        var wanted = new Credits(documented(rows).values().stream().mapToLong(n -> n).sum());
        var hold = ledger.hold(TransferId.of("hold", ada), ada, wanted,
                new Subject("print", new UUID(2, 2)));
        var parts = ((Posting.Posted) hold).transfer().parts();
        return rows.stream()
                .collect(toMap(row -> row.get(1),
                        row -> parts.stream()
                                .filter(part -> part.grant().equals(id(row)))
                                .mapToLong(part -> part.credits().amount())
                                .sum()));
    }

    private static TransferId id(List<String> row) {
        return TransferId.of(row.get(1), new UUID(4, 4));
    }

    private static Grant grant(List<String> row) {
        return new Grant(GrantSource.of(row.get(4)).orElseThrow(), credits(row.get(5)),
                Integer.parseInt(row.get(2)), expiry(row.get(3)));
    }

    private static Credits credits(String figure) {
        return new Credits(Long.parseLong(figure));
    }

    private static @Nullable Instant expiry(String text) {
        return text.equals("never") ? null : Instant.parse(text + "T00:00:00Z");
    }

    private static String place(GrantSource source) {
        return Integer.toString(List.of(GrantSource.values()).indexOf(source) + 1);
    }

    private static String node(String account) {
        return account.replace("system:", "");
    }
}
