package dev.makegood.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.Payment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaymentsTest {

    private static final Pattern ARROW = Pattern.compile("(\\w+) --> (\\w+) : (\\w+)");

    private final Page page = Pages.page("docs/payments.md");

    @Test
    void the_diagram_shows_every_transition_of_the_model_and_no_other() {
        var shown = ARROW.matcher(page.blocks("mermaid").getFirst())
                .results()
                .map(arrow -> arrow.group(1) + " " + arrow.group(3) + " " + arrow.group(2))
                .toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(states().flatMap(state -> Stream
                .of(state.getMethods())
                .filter(method -> states().anyMatch(method.getReturnType()::equals))
                .filter(method -> !method.getName().equals("with"))
                .map(method -> state.getSimpleName() + " " + method.getName() + " "
                        + method.getReturnType().getSimpleName()))
                .toList());
    }

    @Test
    void the_table_of_statuses_says_what_the_outside_sees() {
        var statuses = Till.STATES.stream()
                .map(state -> List.of(state, Till.with(state).payment().status().label()))
                .toList();

        assertThat(page.table("state")).extracting(row -> row.subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(statuses);
    }

    @Test
    void the_table_of_notices_says_what_the_desk_does() {
        var rows = Till.STATES.stream()
                .flatMap(state -> Till.REPORTS.entrySet()
                        .stream()
                        .map(report -> noticed(state, report)))
                .toList();

        assertThat(page.table("a notice in")).containsExactlyElementsOf(rows);
    }

    @Test
    void every_state_has_its_row() {
        assertThat(Set.copyOf(Till.STATES))
                .isEqualTo(states().map(Class::getSimpleName).collect(toSet()));
    }

    private static List<String> noticed(String state, Map.Entry<String, GatewayReport> report) {
        var till = Till.with(state);
        var told = till.hears(report.getValue());
        return List.of(state, report.getKey(), till.payment().getClass().getSimpleName(),
                told.isEmpty() ? "none" : String.join(", ", told));
    }

    private static Stream<Class<?>> states() {
        return leaves(Payment.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord() ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(PaymentsTest::leaves);
    }
}
