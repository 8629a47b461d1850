package dev.makegood.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.project.Project;
import org.junit.jupiter.api.Test;

/** Prices that are changed or withdrawn while generations wait. */
class CalculationChangesTest extends GenerationsTestBase {

    @Test
    void a_calculation_takes_unpaid_requests_along() {
        var paymentRequired = (GenerationAnswer.PaymentRequired) order("gemini");

        var calculationRemoval = makegood.generations().removeCalculation(SITE);

        assertThat(calculationRemoval).isInstanceOf(CalculationRemoval.CalculationRemoved.class);
        assertThat(project(paymentRequired.request())).isInstanceOf(Project.Failed.class);
        assertThat(order("gemini")).isInstanceOf(GenerationAnswer.NoCalculation.class);
    }

    @Test
    void a_calculation_that_was_paid_for_stays() {
        var paymentRequired = (GenerationAnswer.PaymentRequired) order("gemini");
        notice("evt_1", paymentRequired, gateway.pays(ref(paymentRequired), PRICE));
        run();

        assertThat(makegood.generations().removeCalculation(SITE))
                .isInstanceOf(CalculationRemoval.CalculationInUse.class);
    }

    @Test
    void who_changed_a_price_stands_in_the_events_of_the_system_account() {
        var calculation = makegood.generations().calculation(SITE).orElseThrow();
        makegood.generations().saveCalculation(calculation, "operator:eve");
        makegood.generations().removeCalculation(SITE, "operator:eve");

        assertThat(store.reports().systemEvents(null, 10))
                .filteredOn(event -> event.type().equals("price.changed"))
                .extracting(event -> event.facts().get("actor") + " " + event.facts().get("prices"))
                .containsExactly("operator:eve gemini 1148.18 EUR, ollama 0.00 EUR",
                        "operator:eve none");
    }
}
