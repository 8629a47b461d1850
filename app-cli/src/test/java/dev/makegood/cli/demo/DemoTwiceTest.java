package dev.makegood.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.server.log.LogConfiguration;
import dev.makegood.server.settings.LogSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A demo on a folder that is kept tells its story each time it is started. */
class DemoTwiceTest {

    @TempDir
    private static Path data;

    @BeforeAll
    static void logErrorsOnly() {
        LogConfiguration.apply(
                new LogSettings(LogSettings.LogFormat.TEXT, LogSettings.LogLevel.ERROR), false);
    }

    @RepeatedTest(2)
    void the_story_is_told_on_the_same_data() {
        var lines = new ArrayList<String>();

        try (var demo = Demo.start(new Demo.DemoOptions(data, Map.of("MAKEGOOD_PORT", "0"),
                "superduperai", Map.of()))) {
            assertThat(demo.tellStory(lines::add)).as("%s", lines).isTrue();
            assertThat(demo.verify(violation -> lines.add(violation.toString())).violations())
                    .as("%s", lines)
                    .isZero();
        }
    }
}
