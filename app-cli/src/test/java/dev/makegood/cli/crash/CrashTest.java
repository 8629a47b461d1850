package dev.makegood.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Makegood;
import dev.makegood.audit.Violation;
import dev.makegood.cli.ChildJvm;
import dev.makegood.embedded.TestDatabase;
import dev.makegood.embedded.TestPostgres;
import dev.makegood.event.RecordedEvent;
import dev.makegood.persistence.migration.Migrations;
import dev.makegood.pipelines.superduperai.FakeSuperDuperAi;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.testing.TickingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrashTest {

    private static final TestDatabase DATABASE = TestPostgres.shared().freshDatabase();
    private static final TickingClock CLOCK = new TickingClock("2026-11-20T12:00:00Z");
    private static final FakeSuperDuperAi FILMS = new FakeSuperDuperAi(CLOCK, CrashFixture.TOKEN);

    private static long seeds = 4_711;

    private final List<RecordedEvent> delivered = new ArrayList<>();
    private final Makegood makegood = CrashFixture.open(
            CrashFixture.storage(
                    CrashFixture.database(DATABASE.jdbcUrl(), DATABASE.application().user(),
                            DATABASE.application().password())),
            CrashFixture.pipeline(FILMS.baseUrl(), CLOCK), CLOCK,
            builder -> builder.withEventListener(delivered::add));

    @BeforeAll
    static void the_schema_is_there() {
        assertThat(Migrations.on(DATABASE.asOwner()).run().applied()).isNotEmpty();
    }

    @AfterAll
    static void stop() {
        FILMS.close();
    }

    @ParameterizedTest(name = "{0}, the {1}. time")
    @CsvSource({"BEFORE_COMMIT,1", "BEFORE_COMMIT,4", "BEFORE_COMMIT,8",
            "AFTER_COMMIT,2", "AFTER_COMMIT,5", "AFTER_COMMIT,7",
            "AFTER_THE_REMOTE_ACCEPTED,1", "AFTER_THE_REMOTE_ACCEPTED,2",
            "AFTER_THE_REMOTE_ACCEPTED,4",
            "IN_THE_EVENT_RELAY,1", "IN_THE_EVENT_RELAY,6", "IN_THE_EVENT_RELAY,11"})
    void nothing_is_lost_and_nothing_happens_twice(HaltPoint point, int time) throws Exception {
        long seed = seeds++;
        CLOCK.advance(Duration.ofMinutes(5)); // every lease from before has expired
        var day = WorkingDay.of(seed, makegood, line -> {});
        int filmsBefore = FILMS.projects().size();

        var output = doomed(seed, point, time);
        everythingAcknowledgedIsThere(output);
        continueDay(day);

        everythingEndedAsItShould(day);
        assertThat(FILMS.projects()).hasSize(filmsBefore + day.projects().size());
        everyEventWasDelivered(day, output);
        assertThat(violations()).isEmpty();
    }

    private static List<String> doomed(long seed, HaltPoint point, int time) throws Exception {
        var process = ChildJvm.start(DoomedProcess.class,
                Map.of("PASSWORD", DATABASE.application().password()), Long.toString(seed),
                point.name(), Integer.toString(time), FILMS.baseUrl().toString(),
                DATABASE.jdbcUrl(), DATABASE.application().user(), CLOCK.instant().toString());
        var output = process.remainingLines();
        assertThat(process.waitForExit()).as(output + process.errors()).isEqualTo(HaltTrigger.EXIT);
        return output;
    }

    private void everythingAcknowledgedIsThere(List<String> output) {
        output.stream()
                .filter(line -> line.startsWith("ordered "))
                .map(line -> new ProjectId(UUID.fromString(line.substring(8))))
                .forEach(id -> assertThat(makegood.projects().find(id)).as("%s", id).isPresent());
    }

    /** Another process takes over: the orders are repeated, and time passes. */
    private void continueDay(WorkingDay day) {
        for (int round = 0; round < 12 && !(round > 1 && isOver(day)); round++) {
            CLOCK.advance(Duration.ofMinutes(20));
            FILMS.tick();
            day.orderAll();
            day.runDueWork();
        }
    }

    private boolean isOver(WorkingDay day) {
        return day.projects()
                .stream()
                .noneMatch(
                        id -> makegood.projects().find(id).orElseThrow() instanceof Project.Open);
    }

    private void everythingEndedAsItShould(WorkingDay day) {
        long spent = 0;
        for (int at = 0; at < day.projects().size(); at++) {
            var project = makegood.projects().find(day.projects().get(at)).orElseThrow();
            assertThat(project).isInstanceOf(
                    WorkingDay.fails(at) ? Project.Failed.class : Project.Completed.class);
            spent += WorkingDay.fails(at) ? 0 : WorkingDay.COST;
        }
        assertThat(makegood.ledger().available(day.customer()).amount())
                .isEqualTo(60 + WorkingDay.CREDITS_GRANTED - spent);
    }

    /** By one process or the other: at least once, and here in order. */
    private void everyEventWasDelivered(WorkingDay day, List<String> output) {
        var prefix = "delivered " + day.customer() + " ";
        var here = delivered.stream()
                .filter(event -> event.customer().equals(day.customer()))
                .map(RecordedEvent::sequence)
                .toList();
        assertThat(here).isSorted();
        var all = new TreeSet<>(here);
        output.stream()
                .filter(line -> line.startsWith(prefix))
                .forEach(line -> all.add(Long.valueOf(line.substring(prefix.length()))));
        assertThat(all).containsExactlyElementsOf(
                LongStream.rangeClosed(1, all.last()).boxed().toList());
    }

    private List<Violation> violations() {
        var found = new ArrayList<Violation>();
        var summary = makegood.audit().checkAll(found::add);
        assertThat(summary.customers()).isPositive();
        return found;
    }
}
