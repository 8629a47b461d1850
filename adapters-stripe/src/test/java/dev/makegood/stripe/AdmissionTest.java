package dev.makegood.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.AuthenticationException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final List<String> log = new ArrayList<>();
    private final Admission admission = new Admission(log::add);

    @Test
    void an_operator_is_told_once_that_the_key_is_wrong_and_again_only_after_it_was_right() {
        refused();
        refused();
        assertThat(log).hasSize(1);

        assertThat(Said.by(() -> admission.through(() -> "in"), UnaryOperator.identity()))
                .isEqualTo(new Said.Got<>("in"));
        refused();

        assertThat(log).hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("status 401").doesNotContain("sk_"));
    }

    private void refused() {
        var said = Said.<String>by(() -> admission.through(() -> {
            throw new AuthenticationException("Invalid API Key provided: sk_test_4242", "req_1",
                    null, 401);
        }), UnaryOperator.identity());
        assertThat(said).isInstanceOfSatisfying(Said.Unclear.class,
                unclear -> assertThat(unclear.why()).doesNotContain("sk_"));
    }
}
