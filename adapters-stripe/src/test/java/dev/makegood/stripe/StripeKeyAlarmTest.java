package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.AuthenticationException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StripeKeyAlarmTest {

    private final List<String> log = new ArrayList<>();
    private final StripeKeyAlarm keyAlarm = new StripeKeyAlarm(log::add);

    @Test
    void an_operator_is_told_once_that_the_key_is_wrong_and_again_only_after_it_was_right() {
        refused();
        refused();
        assertThat(log).hasSize(1);

        assertThat(StripeResult.of(() -> keyAlarm.execute(() -> "in"), UnaryOperator.identity()))
                .isEqualTo(new StripeResult.StripeSuccess<>("in"));
        refused();

        assertThat(log).hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("status 401").doesNotContain("sk_"));
    }

    private void refused() {
        var result = StripeResult.<String>of(() -> keyAlarm.execute(() -> {
            throw new AuthenticationException("Invalid API Key provided: sk_test_4242", "req_1",
                    null, 401);
        }), UnaryOperator.identity());
        assertThat(result).isInstanceOfSatisfying(StripeResult.StripeUnknown.class,
                unknown -> assertThat(unknown.why()).doesNotContain("sk_"));
    }
}
