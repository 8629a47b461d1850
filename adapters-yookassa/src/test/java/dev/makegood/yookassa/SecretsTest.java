package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.payment.PaymentGateway.Unknown;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"UNAUTHORIZED", "FORBIDDEN"})
    void a_key_that_they_do_not_take_decides_nothing_at_any_call(Fault fault) {
        var bill = world.bill();
        var ref = world.paid(bill);
        var order = world.order("key", bill, ref, 100);

        assertUnknown(fault, () -> world.gateway.open(bill));
        assertUnknown(fault, () -> world.gateway.look(ref));
        assertUnknown(fault, () -> world.gateway.capture(ref, bill));
        world.fake.next(fault);     // it asks twice
        assertUnknown(fault, () -> world.gateway.expire(ref));
        assertUnknown(fault, () -> world.gateway.giveBack(order));
    }

    private void assertUnknown(Fault fault, Supplier<Object> call) {
        world.fake.next(fault);
        assertThat(call.get()).isInstanceOf(Unknown.class)
                .asString()
                .doesNotContain(World.SECRET);
    }

    @Test
    void the_secret_stands_in_no_text() {
        var settings = Settings.of(world.shop);
        var encoded = Base64.getEncoder()
                .encodeToString(("100500:" + World.SECRET).getBytes(
                        StandardCharsets.UTF_8));

        assertThat(settings.toString() + world.shop + world.gateway)
                .doesNotContain(World.SECRET, encoded);
        assertThat(world.shop.blot("an echo of " + World.SECRET + " and " + encoded))
                .isEqualTo("an echo of *** and ***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "with\nline", "\u043A\u043B\u044E\u0447"})
    void a_key_that_cannot_stand_in_a_header_is_refused_without_showing_it(String key) {
        assertThatThrownBy(() -> new Shop("100500", key))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(key.isEmpty() || !e.getMessage().contains(key))
                        .isTrue());
    }
}
