package dev.makegood.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.makegood.server.settings.LogSettings;
import dev.makegood.server.settings.LogSettings.LogFormat;
import dev.makegood.server.settings.LogSettings.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LogConfigurationTest {

    private static final String HOSTILE =
            "bad\r\n12:00:00 INFO \u001b[2Jall is well\u2028\u202Eyes";

    @Test
    void text_stays_one_line_with_any_content() {
        var lines = logged(LogFormat.TEXT, true);

        assertThat(lines.strip().lines()).hasSize(1);
        assertThat(lines).contains("🚨 Project error", "project=42", "bad\\r\\n12:00:00")
                .contains("IllegalStateException: broken\\nin two")
                .doesNotContain("\u001b", "\u2028", "\u202E");
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
        var bytes = new ByteArrayOutputStream();
        var stderr = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            var logback = new LoggerContext();
            logback.setMDCAdapter(new LogbackMDCAdapter());
            LogConfiguration.configure(logback, new LogSettings(logFormat, LogLevel.INFO),
                    terminal);
            complain(logback.getLogger("dev.makegood.events"));
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
