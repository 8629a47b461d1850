package dev.makegood.docs;

import static org.assertj.core.api.Assertions.assertThat;

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

    private final DocPage docPage = DocPages.page("docs/states.md");
    private final String diagram = docPage.blocks("mermaid").getFirst();

    @Test
    void the_diagram_shows_every_transition_of_the_model_and_no_other() {
        var shown = ARROW.matcher(diagram)
                .results()
                .map(arrow -> arrow.group(1) + " " + arrow.group(3) + " " + arrow.group(2))
                .toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(ProjectModel.transitions());
    }

    @Test
    void the_diagram_ends_where_the_model_does() {
        var shown = END.matcher(diagram).results().map(arrow -> arrow.group(1)).toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(ProjectModel.states()
                .stream()
                .filter(state -> !Project.Open.class.isAssignableFrom(state))
                .map(Class::getSimpleName)
                .toList());
    }

    @Test
    void the_table_of_statuses_says_what_the_outside_sees() {
        var statuses = ProjectModel.states()
                .stream()
                .map(state -> List.of(state.getSimpleName(), status(state)))
                .toList();

        assertThat(docPage.table("state")).extracting(row -> row.subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(statuses);
    }

    @Test
    void the_table_of_reports_says_what_the_desk_does() {
        var rows = new ArrayList<List<String>>();
        for (var state : ProjectModel.states()) {
            rows.add(reportRow(state, "a success", ProjectScenario.success()));
            rows.add(reportRow(state, "a failure", ProjectScenario.failure()));
        }
        var other = new RunId("run-2");
        rows.add(reportRow(Project.Processing.class, "a success of another run",
                ProjectScenario.successOf(other)));
        rows.add(reportRow(Project.Processing.class, "a failure of another run",
                ProjectScenario.failureOf(other)));

        assertThat(docPage.table("a report in")).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void the_table_of_starts_says_what_each_answer_of_the_pipeline_does() {
        var rows = Stream.<Pipeline.StartResult>of(new Pipeline.Started(ProjectScenario.RUN),
                new Pipeline.Rejected("no"), new Pipeline.NotStarted("busy"),
                new Pipeline.Unknown("no answer")).map(StatesTest::sendRow).toList();

        assertThat(docPage.table("the pipeline answers")).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void the_table_of_commands_says_what_the_desk_answers() {
        var rows = new ArrayList<List<String>>();
        for (var state : ProjectModel.states()) {
            if (state != Project.Processing.class) {
                rows.add(commandRow(ProjectScenario.with(state), state.getSimpleName(),
                        StatesTest::cancel));
                rows.add(commandRow(ProjectScenario.with(state), state.getSimpleName(),
                        StatesTest::retry));
            }
            rows.add(commandRow(ProjectScenario.with(state), state.getSimpleName(),
                    StatesTest::fail));
            rows.add(commandRow(ProjectScenario.with(state), state.getSimpleName(),
                    StatesTest::refund));
        }
        rows.addAll(cancelRowsWhileProcessing());
        rows.addAll(retryRowsWhileProcessing());

        assertThat(docPage.table("a command in")).containsExactlyInAnyOrderElementsOf(rows);
    }

    private static List<List<String>> cancelRowsWhileProcessing() {
        return Stream.<Pipeline.CancelResult>of(new Pipeline.RunCancelled(), new Pipeline.TooLate(),
                new Pipeline.Unsupported(), new Pipeline.Unknown("no answer")).map(answer -> {
                    var scenario =
                            ProjectScenario.with(Project.Processing.class).withCancellation(answer);
                    return commandRow(scenario, "Processing, " + name(answer), StatesTest::cancel);
                }).toList();
    }

    private static List<List<String>> retryRowsWhileProcessing() {
        return Stream.<Pipeline.RunPollResult>of(new Pipeline.RunEnded(ProjectScenario.success()),
                new Pipeline.RunEnded(ProjectScenario.failure()), new Pipeline.StillRunning(),
                new Pipeline.Unknown("no answer")).map(answer -> {
                    var scenario = ProjectScenario.with(Project.Processing.class).withPoll(answer);
                    return commandRow(scenario, "Processing, " + label(answer), StatesTest::retry);
                }).toList();
    }

    private static String label(Pipeline.RunPollResult answer) {
        return answer instanceof Pipeline.RunEnded ended
                ? "RunEnded "
                        + (ended.report() instanceof RunReport.RunSucceeded ? "success" : "failure")
                : name(answer);
    }

    private static List<String> reportRow(
            Class<? extends Project> state, String what, RunReport report) {
        var scenario = ProjectScenario.with(state);
        var answer = scenario.makegood().projects().report(scenario.project(), report);
        return List.of(state.getSimpleName(), what, name(answer), scenario.state());
    }

    private static List<String> sendRow(Pipeline.StartResult answer) {
        var scenario = ProjectScenario.with(Project.Pending.class);
        scenario.send(answer);
        return List.of(name(answer), scenario.state());
    }

    private record CommandAnswer(String name, Object answer) {}

    private static List<String> commandRow(
            ProjectScenario scenario, String state,
            Function<ProjectScenario, CommandAnswer> command) {
        var outcome = command.apply(scenario);
        return List.of(state, outcome.name(), name(outcome.answer()), scenario.state());
    }

    private static CommandAnswer cancel(ProjectScenario scenario) {
        return new CommandAnswer("cancel",
                scenario.makegood().projects().cancel(scenario.project(), scenario.operator()));
    }

    private static CommandAnswer fail(ProjectScenario scenario) {
        return new CommandAnswer("fail",
                scenario.makegood().projects().fail(scenario.project(), scenario.operator()));
    }

    private static CommandAnswer retry(ProjectScenario scenario) {
        return new CommandAnswer("retry",
                scenario.makegood().projects().retry(scenario.project(), scenario.operator()));
    }

    private static CommandAnswer refund(ProjectScenario scenario) {
        return new CommandAnswer("refund", scenario.makegood()
                .projects()
                .refund(scenario.refundId(), scenario.project(), null, scenario.operator()));
    }

    private static String name(Object answer) {
        return answer.getClass().getSimpleName();
    }

    private static String status(Class<? extends Project> state) {
        var scenario = ProjectScenario.with(state);
        return scenario.makegood()
                .projects()
                .find(scenario.project())
                .orElseThrow()
                .status()
                .label();
    }
}
