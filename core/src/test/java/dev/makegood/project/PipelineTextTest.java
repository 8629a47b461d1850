package dev.makegood.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PipelineTextTest {

    @Test
    void a_message_is_kept_as_it_is() {
        assertThat(PipelineText.clean("out of memory «Ω» 🐈\n\t"))
                .isEqualTo("out of memory «Ω» 🐈\n\t");
    }

    @Test
    void a_long_message_is_cut_at_ten_thousand_characters() {
        assertThat(PipelineText.clean("🐈".repeat(10_001))).isEqualTo("🐈".repeat(10_000));
    }

    @Test
    void nul_and_lone_surrogates_are_replaced() {
        assertThat(PipelineText.clean("a\0b\ud800c\udc00d")).isEqualTo("a�b�c�d");
        assertThat(PipelineText.clean("\ud800")).isEqualTo("\ufffd");
        assertThat(PipelineText.clean("\udfff")).isEqualTo("\ufffd");
        assertThat(PipelineText.clean("\ud7ff\ue000")).isEqualTo("\ud7ff\ue000");
    }

    @Test
    void what_a_pipeline_says_is_made_fit_to_keep() {
        var failure = new Failure(FailureReason.PIPELINE_ERROR, "\0");
        var success = new RunReport.RunSucceeded(null, "\ud800", null,
                Instant.parse("2026-01-01T00:00:00.123456789Z"));

        assertThat(failure.message()).isEqualTo("�");
        assertThat(success.result()).isEqualTo("�");
        assertThat(success.at()).isEqualTo("2026-01-01T00:00:00.123456Z");
        assertThat(new RunReport.RunFailed(null, failure, success.at().plusNanos(7)).at())
                .isEqualTo(success.at());
    }
}
