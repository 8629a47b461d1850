package dev.makegood.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.embedded.TestDatabase;
import dev.makegood.event.RecordedEvent;
import dev.makegood.pricing.Operation;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.PriceListContract;
import dev.makegood.pricing.PriceTable;
import dev.makegood.pricing.Quote;
import dev.makegood.pricing.Tariff;
import dev.makegood.testing.TickingClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JooqPriceListTest extends PriceListContract {

    private static final TestDatabase DATABASE = TestDatabases.migrated();

    private static final Operation VIDEO = Operation.of("story-editor", "project-video", "hd");

    private final TickingClock clock = new TickingClock(Instant.parse("2026-01-01T12:00:00Z"));

    @Override
    protected PriceList priced(List<Tariff> tariffs) {
        TestSql.execute(DATABASE.asOwner(), "delete from makegood.operation");
        var list = JooqPriceList.on(JooqStore.on(DATABASE.asApplication()), clock);
        tariffs.forEach(tariff -> list.saveTariff(tariff, "operator:test"));
        return list;
    }

    private final JooqStore fresh = JooqStore.on(TestDatabases.migrated().asApplication());
    private final JooqPriceList here = JooqPriceList.on(fresh, clock);
    private final JooqPriceList elsewhere = JooqPriceList.on(fresh, clock);

    @Test
    void a_new_installation_has_the_prices_of_core() {
        assertThat(here.tariffs())
                .containsExactlyInAnyOrderElementsOf(PriceTable.defaults().tariffs());
    }

    @Test
    void a_change_is_seen_here_at_once_and_elsewhere_within_seconds() {
        assertThat(credits(here)).isEqualTo(60);
        assertThat(credits(elsewhere)).isEqualTo(60);

        here.saveTariff(tariff("50"), "operator:ann");

        assertThat(credits(here)).isEqualTo(75);
        assertThat(credits(elsewhere)).isEqualTo(60);
        clock.advance(Duration.ofSeconds(5));
        assertThat(credits(elsewhere)).isEqualTo(75);
    }

    @Test
    void a_change_is_an_event_of_a_system_account() {
        here.saveTariff(tariff("50"), "operator:ann");

        assertThat(fresh.reports().systemEvents(null, 10))
                .extracting(RecordedEvent::type)
                .containsExactly("price.changed");
        assertThat(fresh.reports().systemEvents(null, 10).getFirst().facts())
                .containsEntry("operation", "story-editor/project-video")
                .containsEntry("basePrice", "50")
                .containsEntry("actor", "operator:ann");
    }

    private static Tariff tariff(String base) {
        return new Tariff("story-editor/project-video", new BigDecimal(base),
                Map.of("hd", new BigDecimal("1.5")));
    }

    private static long credits(PriceList list) {
        return ((Quote) list.price(VIDEO)).credits().amount();
    }
}
