package dev.makegood.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.Part;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.ledger.TransferKind;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.payment.PaymentTasks;
import dev.makegood.payment.Purpose;
import dev.makegood.payment.RefundsAndDisputes;
import dev.makegood.project.ProjectTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** I6, I7, I10 and I15: payments, what they had for an effect, and what went back. */
class PaymentsAuditTest extends PaymentsAuditTestBase {

    @Test
    void nothing_is_found_where_nothing_was_tampered_with() {
        var summary = Audit.of(archive).checkAll(found -> {});

        assertThat(violations()).isEmpty();
        assertThat(summary.payments()).isEqualTo(3);
        assertThat(makegood.ledger().available(ada)).isEqualTo(new Credits(108));
    }

    @Test
    void what_is_under_way_is_no_violation() {
        var unused = pay(orderGeneration());
        assertThat(violations()).isEmpty();

        archive.withoutTasks(PaymentTasks.FULFILL);
        expectViolation("I6", "its work does not start and it is not refunded");
    }

    @Test
    void a_bonus_that_was_not_granted_is_found() {
        var bonus = TransferId.of("purchase_bonus", pack.id().value());
        archive.transfers(
                lines -> lines.stream().filter(transfer -> !transfer.id().equals(bonus)).toList());

        expectViolation("I6",
                "the purchase bonus granted for payment " + pack.id() + " is 0, not 10");
    }

    @Test
    void a_pack_that_was_granted_twice_is_found() {
        var again = forged(TransferId.of("again", pack.id().value()));
        archive.transfers(lines -> and(lines, again));

        expectViolation("I6",
                "grants credits twice, or for no payment that succeeded: payment/" + pack.id());
    }

    @Test
    void a_pack_that_granted_something_else_than_was_bought_is_found() {
        changePayment(pack.id(),
                payment -> with(payment,
                        details -> new PaymentDetails(details.id(), details.customer(),
                                details.gateway(), details.amount(),
                                new Purpose.Pack("starter", new Credits(99), new Credits(10)),
                                details.description(), details.returnUrls(), details.createdAt())));

        expectViolation("I6", "the purchase granted for payment " + pack.id() + " is 100, not 99");
    }

    @Test
    void credits_for_a_payment_that_did_not_succeed_are_found() {
        changePayment(pack.id(),
                payment -> new Payment.Failed(payment.details(), "no", RefundsAndDisputes.NONE,
                        clock.instant()));

        expectViolation("I6",
                "grants credits twice, or for no payment that succeeded: payment/" + pack.id());
        expectViolation("I10",
                "payment " + pack.id() + " has too few or too many events payment.failed");
    }

    @Test
    void another_share_clawed_back_than_went_back_is_found() {
        changePayment(pack.id(), payment -> refunded(payment, 9_950, RefundStatus.SUCCEEDED));

        expectViolation("I7",
                "what was clawed back of the purchase of payment " + pack.id() + " is 1, not 50");
        expectViolation("I7",
                "what was clawed back of the purchase bonus of payment " + pack.id()
                        + " is 1, not 5");
    }

    @Test
    void more_refunded_than_was_paid_is_found() {
        changePayment(pack.id(), payment -> refunded(payment, 19_901, RefundStatus.PENDING));

        expectViolation("I7", "refunds of 199.01 EUR were accepted for payment " + pack.id());
    }

    @Test
    void a_payment_that_no_task_refunds_or_polls_is_found() {
        var billed = openPayment();
        var unused = makegood.payments().refund("refund-2", pack.id(), null, OPERATOR);
        assertThat(violations()).isEmpty();

        archive.withoutTasks(PaymentTasks.REFUND);
        expectViolation("I15", "no task refunds payment " + pack.id());
        archive.withoutTasks(PaymentTasks.POLL);
        expectViolation("I15", "no task polls payment " + billed.id());
    }

    @Test
    void a_request_that_is_not_marked_paid_is_found() {
        archive.requests(changing(working, request -> new GenerationRequest(request.id(),
                request.customer(), request.hostname(), request.provider(), request.price(),
                request.payment(), false, request.createdAt())));

        expectViolation("I6",
                "payment " + working.payment() + " succeeded, but its work does not start");
    }

    @Test
    void work_that_began_without_a_payment_that_succeeded_is_found() {
        archive.payments(payments -> payments.stream()
                .filter(payment -> !payment.id().equals(working.payment()))
                .toList());

        expectViolation("I6",
                "project " + working.id() + " is funded by a payment that did not succeed");
        expectViolation("I6",
                "request " + working.id() + " is marked as paid by a payment that did not succeed");
    }

    @Test
    void one_payment_for_two_projects_is_found() {
        archive.projects(projects -> and(projects, projects.getFirst()));

        expectViolation("I6", " paid for two projects");
    }

    @Test
    void a_payment_for_another_project_is_found() {
        changePayment(working.payment(),
                payment -> with(payment, details -> new PaymentDetails(details.id(),
                        details.customer(), details.gateway(), details.amount(),
                        new Purpose.PaidWork(failed.id().value()), details.description(),
                        details.returnUrls(), details.createdAt())));

        expectViolation("I6", "payment " + working.payment() + " funds another project");
        expectViolation("I6", "payment " + working.payment() + " is that of another request");
    }

    @Test
    void the_money_of_a_failed_project_that_stays_is_found() {
        changePayment(failed.payment(), payment -> payment.with(RefundsAndDisputes.NONE));
        expectViolation("I6",
                "the project paid by " + failed.payment()
                        + " failed, but the payment is not refunded");
    }

    @Test
    void the_payment_of_a_failed_project_that_a_task_refunds_is_no_violation() {
        makegood.projects().fail(working.id(), OPERATOR);
        assertThat(violations()).isEmpty();

        archive.withoutTasks(ProjectTasks.REFUND_PAYMENT);
        expectViolation("I6",
                "the project paid by " + working.payment()
                        + " failed, but the payment is not refunded");
    }

    @Test
    void a_success_with_two_events_or_none_is_found() {
        archive.events(events -> events.stream().filter(event -> !isSuccess(event)).toList());
        expectViolation("I10", "too many events payment.succeeded: 1");

        archive.events(events -> and(events,
                events.stream().filter(PaymentsAuditTest::isSuccess).findFirst().orElseThrow()));
        expectViolation("I10", "too many events payment.succeeded: -1");
    }

    private static boolean isSuccess(RecordedEvent event) {
        return event.type().equals("payment.succeeded");
    }

    private Transfer forged(TransferId id) {
        return new Forger(store.statements().wallet(ada), clock.instant()).transfer(
                TransferKind.GRANT, id, List.of(new Part(id, new Credits(100), null)),
                Subject.payment(pack.id().value()));
    }

    private static Payment with(Payment payment, UnaryOperator<PaymentDetails> how) {
        var paid = (Payment.Succeeded) payment;
        return new Payment.Succeeded(how.apply(paid.details()), paid.paid(),
                paid.refundsAndDisputes(), paid.updatedAt());
    }

    private static Payment refunded(Payment payment, long minor, RefundStatus refundStatus) {
        var refund = new PaymentRefund("refund-1", Money.of(minor, "EUR"), refundStatus,
                payment.updatedAt());
        return payment.with(new RefundsAndDisputes(Map.of(refund.key(), refund), Map.of(), 1));
    }

    private static UnaryOperator<List<GenerationRequest>> changing(
            GenerationRequest which, UnaryOperator<GenerationRequest> how) {
        return requests -> requests.stream()
                .map(request -> request.id().equals(which.id()) ? how.apply(request) : request)
                .toList();
    }

    private static <T> List<T> and(List<T> all, T more) {
        var both = new ArrayList<>(all);
        both.add(more);
        return both;
    }
}
