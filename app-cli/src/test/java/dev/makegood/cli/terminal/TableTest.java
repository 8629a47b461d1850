package dev.makegood.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void numbers_stand_to_the_right_and_texts_to_the_left() {
        var table = Table.of("credits", "who");
        table.addRow(5, "app/ada");
        table.addRow(-100, "a 🐈");

        assertThat(table.lines()).containsExactly("credits  who", "      5  app/ada",
                "   -100  a 🐈");
    }

    /** As long as the lists that grants and refunds are made from. */
    @Test
    void a_long_table_takes_the_time_of_its_length() {
        var table = Table.of("line", "customer");
        IntStream.range(0, 50_000).forEach(line -> table.addRow(line, "app/user-" + line));

        assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> assertThat(table.lines()).hasSize(50_001));
    }
}
