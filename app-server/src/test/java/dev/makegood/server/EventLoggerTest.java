package dev.makegood.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.makegood.customer.CustomerId;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EventLoggerTest {

    private final Logger log = (Logger) LoggerFactory.getLogger("dev.makegood.events");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final MakegoodFixture fixture =
            MakegoodFixture.inMemory(builder -> builder.withEventListener(new EventLogger()));
    private final CustomerId ada = fixture.customerWith(100);

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO);
        log.setAdditive(false);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
        log.setAdditive(true);
    }

    @Test
    void a_success_is_logged_in_the_words_of_the_sources() {
        var project = fixture.startProject(ada);
        var unused = fixture.pipeline.completes(project);

        assertThat(messages()).containsExactly("Credits granted", "Credits held",
                "💾 Project created",
                "📊 Project status updated", "Credits captured", "📊 Project status updated");
        assertThat(lines.list.getLast().getKeyValuePairs())
                .anyMatch(pair -> pair.key.equals("project")
                        && pair.value.equals(project.toString()))
                .anyMatch(pair -> pair.key.equals("status") && pair.value.equals("completed"));
    }

    @Test
    void a_failure_is_logged_in_the_words_of_the_sources() {
        var project = fixture.startProject(ada);
        var unused = fixture.pipeline.breaks(project, "out of memory");

        assertThat(messages()).endsWith("💰 Refunded credits", "🚨 Project error",
                "🔄 Rolling back project", "📊 Project status updated");
    }

    private List<String> messages() {
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(fixture.makegood.eventRelay().deliver("here", 100)).isPositive();
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
