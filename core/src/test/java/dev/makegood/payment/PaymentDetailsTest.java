package dev.makegood.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.money.Money;
import dev.makegood.testing.Samples;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentDetailsTest {

    private final Samples samples = new Samples(1);
    private final PaymentDetails details = details(Money.of(1, "EUR"));

    private PaymentDetails details(Money amount) {
        return new PaymentDetails(new PaymentId(samples.id()), samples.customer(), "fake", amount,
                new Purpose.PaidWork(samples.id()), "a film",
                new PaymentDetails.ReturnUrls("https://a.example", "https://b.example"),
                samples.start());
    }

    private void expectRefused(Map<String, String> metadata) {
        assertThatThrownBy(() -> details.withMetadata(metadata))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 10 members of metadata");
    }

    private static Map<String, String> members(int count) {
        var members = new TreeMap<String, String>();
        IntStream.range(0, count).forEach(member -> members.put("name" + member, "value"));
        return members;
    }

    @Test
    void nothing_cannot_be_paid() {
        assertThatThrownBy(() -> details(Money.of(0, "EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above zero");
    }

    @Test
    void metadata_is_kept_with_the_payment() {
        var metadata = Map.of("A_1", "x".repeat(255), "n".repeat(32), "y");

        assertThat(details.withMetadata(metadata).metadata()).isEqualTo(metadata);
        assertThatCode(() -> details.withMetadata(members(10))).doesNotThrowAnyException();
    }

    @Test
    void metadata_has_its_limits() {
        expectRefused(members(11));
        expectRefused(Map.of("name", ""));
        expectRefused(Map.of("name", "x".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "_a", "a-b", "a b", "é",
            "n23456789012345678901234567890123"})
    void a_name_of_metadata_is_a_word(String name) {
        expectRefused(Map.of(name, "value"));
    }

    @Test
    void an_id_at_a_gateway_has_1_to_255_characters() {
        assertThat(new GatewayRef("fake", "x".repeat(255))).hasToString(
                "fake:" + "x".repeat(255));
        assertThatThrownBy(() -> new GatewayRef("fake", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GatewayRef("fake", "x".repeat(256)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 256");
    }
}
