package dev.makegood.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.ledger.Credits;
import dev.makegood.project.ProjectId;
import dev.makegood.project.Submission;
import dev.makegood.testing.MakegoodFixture;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricingTest {

    @ParameterizedTest
    @CsvSource({"standard,40", "hd,60", "4k,80"})
    void a_video_of_the_story_editor_costs_what_the_sources_say(String quality, long credits) {
        var pricing = PriceTable.defaults()
                .price(Operation.of("story-editor", "project-video", quality));

        assertThat(pricing).isInstanceOfSatisfying(Quote.class,
                quote -> assertThat(quote.credits()).isEqualTo(new Credits(credits)));
    }

    @ParameterizedTest
    @CsvSource({"40,1.5,1,60", "10,0.05,0.05,1", "7,1.1,1.1,9", "100,1.01,0.99,100",
            "0.1,0.1,1,1", "3,0.333333333333333,1,1", "0,5,5,0", "1000000,1.000001,1,1000001"})
    void a_price_is_exact_and_rounded_up_once(
            BigDecimal base, BigDecimal one, BigDecimal other, long credits) {
        var tariff = new Tariff("a/b", base, Map.of("one", one, "other", other));

        assertThat(((Quote) tariff.price(Operation.of("a", "b", "one", "other"))).credits())
                .isEqualTo(new Credits(credits));
    }

    @Test
    void the_order_of_multipliers_does_not_matter() {
        assertThat(Operation.of("a", "b", "4k", "hd"))
                .isEqualTo(Operation.of("a", "b", "hd", "4k"));
    }

    @Test
    void a_multiplier_applies_once() {
        assertThatThrownBy(() -> Multipliers.of("hd", "hd"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "HD", "a/b", "ä", "-a", "a b", "a\n"})
    void a_name_in_a_price_list_is_plain(String name) {
        assertThatThrownBy(() -> Operation.of("a", name))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Multipliers.of(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b/c", "/b", "a/", "A/b"})
    void a_tariff_is_for_a_category_and_an_operation(String path) {
        assertThatThrownBy(() -> new Tariff(path, BigDecimal.ONE, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_price_is_never_below_zero_nor_beyond_all_measure() {
        assertThatThrownBy(() -> new Tariff("a/b", new BigDecimal("-1"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tariff("a/b", new BigDecimal("1e400"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                () -> new Tariff("a/b", BigDecimal.ONE, Map.of("hd", new BigDecimal("-0.1"))))
                        .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_price_that_changes_does_not_touch_what_was_ordered() {
        var prices = new AtomicReference<PriceList>(PriceTable.defaults());
        var fixture = MakegoodFixture
                .inMemory(builder -> builder
                        .withPriceList(operation -> prices.get().price(operation)));
        var ada = fixture.customerWith(100);
        var before = fixture.startProject(ada);

        prices.set(PriceTable.of(
                List.of(new Tariff("story-editor/project-video", new BigDecimal("55"), Map.of()))));
        fixture.pipeline.completes(before);
        var after = new ProjectId(fixture.samples.id());
        var submitted = fixture.makegood.projects().submit(after, ada, MakegoodFixture.VIDEO);

        assertThat(fixture.stateOf(before).creditsUsed()).isEqualTo(new Credits(40));
        assertThat(fixture.stateOf(before).details().quote().basePrice())
                .isEqualByComparingTo("40");
        assertThat(submitted).isInstanceOf(Submission.Queued.class);
        assertThat(fixture.available(ada)).isEqualTo(5);
    }
}
