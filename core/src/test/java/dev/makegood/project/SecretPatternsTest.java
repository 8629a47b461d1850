package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.project.RunReport.RunFailed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPatternsTest {

    @ParameterizedTest
    @ValueSource(strings = {"401 for Authorization: Bearer canary.0123456789-abcdef",
            "sent basic Y2FuYXJ5OmNhbmFyeQ== in vain",
            "GET https://canary:canary-1@studio.example/a",
            "postgresql://canary@db/shop", "the key sk_live_canary0123456789 is revoked",
            "whsec_canary0123456789", "mg_pipeline_SYwPBRYAzXJA_canary0123456789",
            "https://studio.example/run?api_key=canary-0123&x=1", "{\"token\":\"canary-0123\"}",
            "password: canary-0123"})
    void what_looks_like_a_secret_is_neither_stored_nor_shown(String message) {
        assertThat(reported(message)).doesNotContain("canary").contains("***");
        assertThat(reported(reported(message))).isEqualTo(reported(message));
        assertThat(new Pipeline.Rejected(message).why()).doesNotContain("canary");
        assertThat(new Pipeline.NotStarted(message).why()).doesNotContain("canary");
        assertThat(new Pipeline.Unknown(message).why()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUDA out of memory: tried 20 GB", "the basic plan has no 4k",
            "no such file: s3://bucket/a.mp4", "https://studio.example/run/7#@x", "a token expired",
            "mail ada@example.com", "bearer of bad news", ""})
    void other_words_stay(String message) {
        assertThat(reported(message)).isEqualTo(message);
    }

    @Test
    void a_long_message_is_searched_in_a_moment() {
        var began = System.nanoTime();
        for (var part : new String[] {"a", "://", "bearer ", "x://a", "token=", " "}) {
            assertThat(reported(part.repeat(100_000))).isNotNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    private static String reported(String message) {
        return new RunFailed(null, new Failure(FailureReason.PIPELINE_ERROR, message),
                Instant.EPOCH)
                        .failure()
                        .message();
    }
}
