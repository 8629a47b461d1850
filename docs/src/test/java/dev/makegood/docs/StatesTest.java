package dev.makegood.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.project.Answer;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Project;
import dev.makegood.project.RunId;
import dev.makegood.project.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatesTest {

    private static final Pattern ARROW = Pattern.compile("(\\w+) --> (\\w+) : (\\w+)");
    private static final Pattern END = Pattern.compile("(\\w+) --> \\[\\*]");

    private final Page page = Pages.page("docs/states.md");
    private final String diagram = page.blocks("mermaid").getFirst();

    @Test
    void the_diagram_shows_every_transition_of_the_model_and_no_other() {
        var shown = ARROW.matcher(diagram)
                .results()
                .map(arrow -> arrow.group(1) + " " + arrow.group(3) + " " + arrow.group(2))
                .toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(Model.transitions());
    }

    @Test
    void the_diagram_ends_where_the_model_does() {
        var shown = END.matcher(diagram).results().map(arrow -> arrow.group(1)).toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(Model.states()
                .stream()
                .filter(state -> !Project.Open.class.isAssignableFrom(state))
                .map(Class::getSimpleName)
                .toList());
    }

    @Test
    void the_table_of_statuses_says_what_the_outside_sees() {
        var statuses = Model.states()
                .stream()
                .map(state -> List.of(state.getSimpleName(), status(state)))
                .toList();

        assertThat(page.table("state")).extracting(row -> row.subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(statuses);
    }

    @Test
    void the_table_of_reports_says_what_the_desk_does() {
        var rows = new ArrayList<List<String>>();
        for (var state : Model.states()) {
            rows.add(reported(state, "a success", Theatre.success()));
            rows.add(reported(state, "a failure", Theatre.failure()));
        }
        var other = new RunId("run-2");
        rows.add(reported(Project.Processing.class, "a success of another run",
                Theatre.successOf(other)));
        rows.add(reported(Project.Processing.class, "a failure of another run",
                Theatre.failureOf(other)));

        assertThat(page.table("a report in")).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void the_table_of_starts_says_what_each_answer_of_the_pipeline_does() {
        var rows = Stream.<Pipeline.Start>of(new Pipeline.Started(Theatre.RUN),
                new Pipeline.Rejected("no"), new Pipeline.NotStarted("busy"),
                new Pipeline.Unknown("no answer")).map(StatesTest::sent).toList();

        assertThat(page.table("the pipeline answers")).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void the_table_of_wishes_says_what_the_desk_answers() {
        var rows = new ArrayList<List<String>>();
        for (var state : Model.states()) {
            if (state != Project.Processing.class) {
                rows.add(wished(Theatre.with(state), state.getSimpleName(), StatesTest::cancel));
                rows.add(wished(Theatre.with(state), state.getSimpleName(), StatesTest::retry));
            }
            rows.add(wished(Theatre.with(state), state.getSimpleName(), StatesTest::fail));
            rows.add(wished(Theatre.with(state), state.getSimpleName(), StatesTest::refund));
        }
        rows.addAll(cancelledWhileProcessing());
        rows.addAll(retriedWhileProcessing());

        assertThat(page.table("a wish in")).containsExactlyInAnyOrderElementsOf(rows);
    }

    private static List<List<String>> cancelledWhileProcessing() {
        return Stream.<Pipeline.Cancellation>of(new Pipeline.Cancelled(), new Pipeline.TooLate(),
                new Pipeline.Unsupported(), new Pipeline.Unknown("no answer")).map(answer -> {
                    var theatre = Theatre.with(Project.Processing.class).stopping(answer);
                    return wished(theatre, "Processing, " + name(answer), StatesTest::cancel);
                }).toList();
    }

    private static List<List<String>> retriedWhileProcessing() {
        return Stream.<Pipeline.Look>of(new Pipeline.Seen(Theatre.success()),
                new Pipeline.Seen(Theatre.failure()), new Pipeline.StillRunning(),
                new Pipeline.Unknown("no answer")).map(answer -> {
                    var theatre = Theatre.with(Project.Processing.class).looking(answer);
                    return wished(theatre, "Processing, " + seen(answer), StatesTest::retry);
                }).toList();
    }

    private static String seen(Pipeline.Look answer) {
        return answer instanceof Pipeline.Seen seen
                ? "Seen " + (seen.report() instanceof RunReport.Succeeded ? "success" : "failure")
                : name(answer);
    }

    private static List<String> reported(
            Class<? extends Project> state, String what, RunReport report) {
        var theatre = Theatre.with(state);
        var answer = theatre.makegood().projects().report(theatre.project(), report);
        return List.of(state.getSimpleName(), what, name(answer), theatre.state());
    }

    private static List<String> sent(Pipeline.Start answer) {
        var theatre = Theatre.with(Project.Pending.class);
        theatre.send(answer);
        return List.of(name(answer), theatre.state());
    }

    private record Wish(String name, Answer answer) {}

    private static List<String> wished(
            Theatre theatre, String state, Function<Theatre, Wish> wish) {
        var wished = wish.apply(theatre);
        return List.of(state, wished.name(), name(wished.answer()), theatre.state());
    }

    private static Wish cancel(Theatre theatre) {
        return new Wish("cancel",
                theatre.makegood().projects().cancel(theatre.project(), theatre.operator()));
    }

    private static Wish fail(Theatre theatre) {
        return new Wish("fail",
                theatre.makegood().projects().fail(theatre.project(), theatre.operator()));
    }

    private static Wish retry(Theatre theatre) {
        return new Wish("retry",
                theatre.makegood().projects().retry(theatre.project(), theatre.operator()));
    }

    private static Wish refund(Theatre theatre) {
        return new Wish("refund", theatre.makegood()
                .projects()
                .refund(theatre.refundId(), theatre.project(), null, theatre.operator()));
    }

    private static String name(Object answer) {
        return answer.getClass().getSimpleName();
    }

    private static String status(Class<? extends Project> state) {
        var theatre = Theatre.with(state);
        return theatre.makegood()
                .projects()
                .find(theatre.project())
                .orElseThrow()
                .status()
                .label();
    }
}
