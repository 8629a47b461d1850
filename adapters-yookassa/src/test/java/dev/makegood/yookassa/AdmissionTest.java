package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.yookassa.Heard.Fine;
import dev.makegood.yookassa.Heard.Unclear;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final List<String> log = new ArrayList<>();
    private final Admission admission = new Admission(log::add);

    @Test
    void an_operator_is_told_once_that_the_key_is_wrong_and_again_only_after_it_was_right() {
        assertThat(refused()).isInstanceOf(Unclear.class);
        assertThat(refused()).isInstanceOf(Unclear.class);
        assertThat(log).hasSize(1);

        assertThat(admission.through(reply(200, "{}"))).isInstanceOf(Fine.class);
        assertThat(refused()).isInstanceOf(Unclear.class);

        assertThat(log).hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("shop 100500", "401")
                        .doesNotContain(World.SECRET));
    }

    private Heard refused() {
        return admission.through(reply(401, "{\"type\":\"error\",\"code\":\"invalid_credentials\","
                + "\"description\":\"not " + World.SECRET + "\"}"));
    }

    private static Reply reply(int status, String body) {
        return Reply.of(status, body.getBytes(StandardCharsets.UTF_8),
                new Shop("100500", World.SECRET));
    }
}
