package dev.makegood.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.event.Cause;
import dev.makegood.ledger.CreditRefund;
import dev.makegood.payment.Dispute.DisputeStatus;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Project;
import dev.makegood.project.RunReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Generations whose money goes back. */
class RefundedGenerationsTest extends GenerationsTestBase {

    @Test
    void a_second_payment_for_the_same_work_is_refunded_by_itself() {
        var first = (GenerationAnswer.PaymentRequired) order("gemini");
        gateway.expires(ref(first));
        var second = (GenerationAnswer.PaymentRequired) order("gemini");

        notice("evt_1", second, gateway.pays(ref(second), PRICE));
        run();
        notice("evt_2", first, gateway.pays(ref(first), PRICE));
        run();

        assertThat(gateway.refunds()).singleElement().satisfies(refund -> {
            assertThat(refund.paymentRef()).isEqualTo(ref(first));
            assertThat(refund.amount()).isEqualTo(PRICE);
        });
    }

    @Test
    void a_failed_generation_is_refunded_once() {
        var paymentRequired = (GenerationAnswer.PaymentRequired) order("gemini");
        notice("evt_1", paymentRequired, gateway.pays(ref(paymentRequired), PRICE));
        run();

        var failed = new RunReport.RunFailed(null,
                new Failure(FailureReason.PIPELINE_ERROR, "out of memory"), clock.instant());
        makegood.projects().report(paymentRequired.request().id(), failed);
        makegood.projects().report(paymentRequired.request().id(), failed);
        run();

        assertThat(gateway.refunds()).hasSize(1);
    }

    @Test
    void a_failed_generation_whose_payment_is_disputed_is_refunded_when_the_dispute_is_won() {
        var order = (GenerationAnswer.PaymentRequired) order("gemini");
        notice("evt_1", order, gateway.pays(ref(order), PRICE));
        run();
        notice("evt_2", order, gateway.disputes(ref(order), "du_1", PRICE, DisputeStatus.OPEN));

        makegood.projects()
                .report(order.request().id(), new RunReport.RunFailed(null,
                        new Failure(FailureReason.PIPELINE_ERROR, "sorry"), clock.instant()));
        run();
        assertThat(gateway.refunds()).isEmpty();

        notice("evt_3", order, gateway.disputes(ref(order), "du_1", PRICE, DisputeStatus.WON));
        clock.advance(Duration.ofDays(1));
        run();
        assertThat(gateway.refunds()).singleElement()
                .satisfies(refund -> assertThat(refund.amount()).isEqualTo(PRICE));
    }

    @Test
    void a_failed_generation_whose_payment_a_dispute_took_back_is_not_paid_back_twice() {
        var order = (GenerationAnswer.PaymentRequired) order("gemini");
        notice("evt_1", order, gateway.pays(ref(order), PRICE));
        run();
        notice("evt_2", order, gateway.disputes(ref(order), "du_1", PRICE, DisputeStatus.LOST));

        makegood.projects()
                .report(order.request().id(), new RunReport.RunFailed(null,
                        new Failure(FailureReason.PIPELINE_ERROR, "sorry"), clock.instant()));
        run();

        assertThat(gateway.refunds()).isEmpty();
    }

    @Test
    void the_refund_of_a_project_that_was_paid_with_money_names_its_payment() {
        var paymentRequired = (GenerationAnswer.PaymentRequired) order("gemini");
        notice("evt_1", paymentRequired, gateway.pays(ref(paymentRequired), PRICE));
        run();
        var project = paymentRequired.request().id();
        makegood.projects()
                .report(project, new RunReport.RunSucceeded(null, "", null,
                        clock.instant()));

        assertThat(makegood.refunds()
                .refundProject(samples.transfer(), project, null,
                        new Cause("operator:test", "blurred")))
                                .isEqualTo(new CreditRefund.PaidWithMoney(
                                        found(paymentRequired.request())
                                                .payment()
                                                .value()));
    }

    @Test
    void a_calculation_withdrawn_after_the_payment_refunds_it() {
        var paymentRequired = (GenerationAnswer.PaymentRequired) order("gemini");
        store.calculations().remove(SITE);

        notice("evt_1", paymentRequired, gateway.pays(ref(paymentRequired), PRICE));
        run();

        assertThat(gateway.refunds()).hasSize(1);
        assertThat(project(paymentRequired.request())).isInstanceOf(Project.Failed.class);
    }
}
