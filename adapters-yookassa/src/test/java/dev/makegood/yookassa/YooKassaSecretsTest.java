package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.payment.PaymentGateway.Unknown;
import dev.makegood.yookassa.fake.YooKassaFault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class YooKassaSecretsTest {

    private final YooKassaFixture fixture = new YooKassaFixture();

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(value = YooKassaFault.class, names = {"UNAUTHORIZED", "FORBIDDEN"})
    void a_key_that_they_do_not_take_decides_nothing_at_any_call(YooKassaFault fault) {
        var details = fixture.newPayment();
        var ref = fixture.payCheckout(details);
        var instruction = fixture.instruction("key", details, ref, 100);

        assertUnknown(fault, () -> fixture.gateway.open(details));
        assertUnknown(fault, () -> fixture.gateway.poll(ref));
        assertUnknown(fault, () -> fixture.gateway.capture(ref, details));
        fixture.fake.failNext(fault);     // it makes two calls
        assertUnknown(fault, () -> fixture.gateway.expire(ref));
        assertUnknown(fault, () -> fixture.gateway.refund(instruction));
    }

    private void assertUnknown(YooKassaFault fault, Supplier<Object> call) {
        fixture.fake.failNext(fault);
        assertThat(call.get()).isInstanceOf(Unknown.class)
                .asString()
                .doesNotContain(YooKassaFixture.SECRET);
    }

    @Test
    void the_secret_stands_in_no_text() {
        var settings = YooKassaSettings.of(fixture.credentials);
        var encoded = Base64.getEncoder()
                .encodeToString(("100500:" + YooKassaFixture.SECRET).getBytes(
                        StandardCharsets.UTF_8));

        assertThat(settings.toString() + fixture.credentials + fixture.gateway)
                .doesNotContain(YooKassaFixture.SECRET, encoded);
        assertThat(fixture.credentials
                .redact("an echo of " + YooKassaFixture.SECRET + " and " + encoded))
                        .isEqualTo("an echo of *** and ***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "with\nline", "\u043A\u043B\u044E\u0447"})
    void a_key_that_cannot_stand_in_a_header_is_refused_without_showing_it(String key) {
        assertThatThrownBy(() -> new YooKassaCredentials("100500", key))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(key.isEmpty() || !e.getMessage().contains(key))
                        .isTrue());
    }
}
