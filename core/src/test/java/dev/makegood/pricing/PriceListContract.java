package dev.makegood.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.ledger.Credits;
import dev.makegood.pricing.PriceList.UnknownOperation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link PriceList} must do. */
public abstract class PriceListContract {

    private static final Tariff VIDEO = new Tariff("story-editor/project-video",
            new BigDecimal("40"), Map.of("standard", new BigDecimal("1"), "hd",
                    new BigDecimal("1.5"), "4k", new BigDecimal("2"), "tiny",
                    new BigDecimal("0.0001"), "free", new BigDecimal("0")));
    private static final Tariff TEXT =
            new Tariff("text/host-name", new BigDecimal("0.3"), Map.of("x3", new BigDecimal("3")));

    /** A list of exactly these tariffs. */
    protected abstract PriceList priced(List<Tariff> tariffs);

    private PriceList.Pricing price(Operation operation) {
        return priced(List.of(VIDEO, TEXT)).price(operation);
    }

    private Quote video(String... multipliers) {
        return (Quote) price(Operation.of("story-editor", "project-video", multipliers));
    }

    @Test
    void an_operation_costs_its_base_price() {
        assertThat(video().credits()).isEqualTo(new Credits(40));
        assertThat(video().basePrice()).isEqualByComparingTo("40");
        assertThat(video().multipliers()).isEmpty();
    }

    @Test
    void multipliers_multiply() {
        assertThat(video("hd").credits()).isEqualTo(new Credits(60));
        assertThat(video("standard").credits()).isEqualTo(new Credits(40));
        assertThat(video("4k", "hd").credits()).isEqualTo(new Credits(120));
        assertThat(video("free", "4k").credits()).isEqualTo(Credits.NONE);
    }

    @Test
    void the_quote_says_what_it_was_made_of() {
        var quote = video("hd", "4k");

        assertThat(quote.operation())
                .isEqualTo(Operation.of("story-editor", "project-video", "4k", "hd"));
        assertThat(quote.multipliers()).containsOnlyKeys("hd", "4k");
        assertThat(quote.multipliers().get("hd")).isEqualByComparingTo("1.5");
        assertThat(quote.multipliers().get("4k")).isEqualByComparingTo("2");
    }

    @Test
    void a_price_is_exact_and_rounded_up_once_at_the_end() {
        assertThat(video("tiny").credits()).isEqualTo(new Credits(1));
        assertThat(((Quote) price(Operation.of("text", "host-name", "x3"))).credits())
                .as("0.3 × 3 = 0.9, not 1 × 3")
                .isEqualTo(new Credits(1));
    }

    @Test
    void an_unknown_operation_has_no_price() {
        var operation = Operation.of("story-editor", "no-such");

        assertThat(price(operation))
                .isEqualTo(new UnknownOperation(operation, "story-editor/no-such"));
    }

    @Test
    void an_unknown_multiplier_is_never_priced_as_none() {
        var operation = Operation.of("story-editor", "project-video", "hd", "8k");

        assertThat(price(operation)).isEqualTo(new UnknownOperation(operation, "8k"));
        assertThat(price(Operation.of("text", "host-name", "hd")))
                .as("a multiplier of another operation")
                .isInstanceOf(UnknownOperation.class);
    }

    @Test
    void an_empty_list_prices_nothing() {
        assertThat(priced(List.of()).price(Operation.of("text", "host-name")))
                .isInstanceOf(UnknownOperation.class);
    }
}
