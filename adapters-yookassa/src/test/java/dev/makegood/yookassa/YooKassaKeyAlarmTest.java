package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.yookassa.YooKassaResult.YooKassaSuccess;
import dev.makegood.yookassa.YooKassaResult.YooKassaUnknown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class YooKassaKeyAlarmTest {

    private final List<String> log = new ArrayList<>();
    private final YooKassaKeyAlarm keyAlarm = new YooKassaKeyAlarm(log::add);

    @Test
    void an_operator_is_told_once_that_the_key_is_wrong_and_again_only_after_it_was_right() {
        assertThat(rejected()).isInstanceOf(YooKassaUnknown.class);
        assertThat(rejected()).isInstanceOf(YooKassaUnknown.class);
        assertThat(log).hasSize(1);

        assertThat(keyAlarm.toResult(response(200, "{}"))).isInstanceOf(YooKassaSuccess.class);
        assertThat(rejected()).isInstanceOf(YooKassaUnknown.class);

        assertThat(log).hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("shop 100500", "401")
                        .doesNotContain(YooKassaFixture.SECRET));
    }

    private YooKassaResult rejected() {
        return keyAlarm
                .toResult(response(401, "{\"type\":\"error\",\"code\":\"invalid_credentials\","
                        + "\"description\":\"not " + YooKassaFixture.SECRET + "\"}"));
    }

    private static YooKassaResponse response(int status, String body) {
        return new YooKassaResponse(status, new JsonMapper().readTree(body),
                new YooKassaCredentials("100500", YooKassaFixture.SECRET));
    }
}
