package dev.makegood.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.makegood.server.settings.LogSettings;
import dev.makegood.server.settings.LogSettings.LogFormat;
import dev.makegood.server.settings.LogSettings.LogLevel;
import dev.makegood.server.settings.Secret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import tools.jackson.databind.json.JsonMapper;

class LogConfigurationTest {

    private static final String HOSTILE =
            "bad\r\n12:00:00 INFO \u001b[2Jall is well\u2028\u202Eyes \u0085 \u007f \u009b2J \u2066"
                    + "\u200f \ufeff \uDB40\uDC01";
    private static final String[] DANGEROUS =
            {"\u001b", "\u2028", "\u202E", "\u0085", "\u007f", "\u009b",
                    "\u2066", "\u200f", "\ufeff", "\uDB40\uDC01"};
    private static final String KEY = "mg_pipeline_abcdefghijkl_" + "s".repeat(43);
    private static final String ROOT_KEY = "a root \"key\" of 32 characters ….";

    @Test
    void text_stays_one_line_with_any_content() {
        var lines = logged(LogFormat.TEXT, true);

        assertThat(lines.strip().lines()).hasSize(1);
        assertThat(lines).contains("🚨 Project error", "project=42", "bad\\r\\n12:00:00")
                .contains("IllegalStateException: broken\\nin two")
                .doesNotContain(DANGEROUS);
    }

    @Test
    void json_is_printable_with_any_content_and_still_says_it() {
        var lines = logged(LogFormat.JSON, false);

        assertThat(lines.strip().lines()).hasSize(1);
        assertThat(lines).doesNotContain(DANGEROUS).endsWith("\n");
        assertThat(JsonMapper.shared()
                .readTree(lines)
                .get("kvpList")
                .valueStream()
                .map(pair -> pair.path("message").asString("")))
                        .contains(HOSTILE);
    }

    @ParameterizedTest
    @EnumSource(value = LogFormat.class, names = {"TEXT", "JSON"})
    void no_secret_is_written_whoever_says_it(LogFormat format) {
        var lines = logged(format, log -> log.atWarn()
                .setMessage("Project error: 401 for Bearer " + KEY)
                .addKeyValue("message", "sk_live_abcdef0123456789, whsec_abcdef0123456789, "
                        + "rk_test_abcdef0123456789; key " + ROOT_KEY)
                .addKeyValue("address", "https://user:pass4711@host/k/" + KEY + "/api")
                .setCause(new IllegalStateException("authorization: Basic dXNlcjpwYXNz"))
                .log());

        assertThat(lines).contains("Project error: 401 for Bearer", "@host", "api", "sk_")
                .doesNotContain("s".repeat(43), "abcdef0123456789", "of 32 characters", "pass4711",
                        "dXNlcjpwYXNz");
    }

    @Test
    void without_a_terminal_it_is_json() {
        var lines = logged(LogFormat.AUTO, false);

        assertThat(lines.strip().lines()).hasSize(1);
        assertThat(lines).startsWith("{")
                .contains("\"formattedMessage\":\"🚨 Project error\"",
                        "\"project\":\"42\"", "\"level\":\"ERROR\"");
    }

    @Test
    void a_person_at_a_terminal_reads_text() {
        assertThat(logged(LogFormat.AUTO, true)).doesNotStartWith("{");
    }

    private static String logged(LogFormat logFormat, boolean terminal) {
        return logged(logFormat, terminal, LogConfigurationTest::complain);
    }

    private static String logged(LogFormat logFormat, Consumer<Logger> speaker) {
        return logged(logFormat, false, speaker);
    }

    private static String logged(
            LogFormat logFormat, boolean terminal, Consumer<Logger> speaker) {
        var bytes = new ByteArrayOutputStream();
        var stderr = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            var logback = new LoggerContext();
            logback.setMDCAdapter(new LogbackMDCAdapter());
            LogConfiguration.configure(logback,
                    new LogSettings(logFormat, LogLevel.INFO, List.of(new Secret(ROOT_KEY))),
                    terminal);
            speaker.accept(logback.getLogger("dev.makegood.events"));
            logback.stop();
        } finally {
            System.setErr(stderr);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void complain(Logger log) {
        log.atError()
                .setMessage("🚨 Project error")
                .addKeyValue("project", "42")
                .addKeyValue("message", HOSTILE)
                .setCause(new IllegalStateException("broken\nin two"))
                .log();
        log.debug("below the level");
    }
}
