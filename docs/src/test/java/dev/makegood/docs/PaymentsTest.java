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

    private final DocPage docPage = DocPages.page("docs/payments.md");

    @Test
    void the_diagram_shows_every_transition_of_the_model_and_no_other() {
        var shown = ARROW.matcher(docPage.blocks("mermaid").getFirst())
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
        var statuses = PaymentScenario.STATES.stream()
                .map(state -> List.of(state,
                        PaymentScenario.with(state).payment().status().label()))
                .toList();

        assertThat(docPage.table("state")).extracting(row -> row.subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(statuses);
    }

    @Test
    void the_table_of_notices_says_what_the_desk_does() {
        var rows = PaymentScenario.STATES.stream()
                .flatMap(state -> PaymentScenario.REPORTS.entrySet()
                        .stream()
                        .map(report -> noticeRow(state, report)))
                .toList();

        assertThat(docPage.table("a notice in")).containsExactlyElementsOf(rows);
    }

    @Test
    void every_state_has_its_row() {
        assertThat(Set.copyOf(PaymentScenario.STATES))
                .isEqualTo(states().map(Class::getSimpleName).collect(toSet()));
    }

    private static List<String> noticeRow(String state, Map.Entry<String, GatewayReport> report) {
        var scenario = PaymentScenario.with(state);
        var events = scenario.deliverNotice(report.getValue());
        return List.of(state, report.getKey(), scenario.payment().getClass().getSimpleName(),
                events.isEmpty() ? "none" : String.join(", ", events));
    }

    private static Stream<Class<?>> states() {
        return leaves(Payment.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord() ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(PaymentsTest::leaves);
    }
}
