package dev.makegood.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.event.Recorded;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Forger;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Part;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.money.Money;
import dev.makegood.payment.Aftermath;
import dev.makegood.payment.Bill;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.State;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.project.Projects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** I6, I7, I10 and I15: payments, what they had for an effect, and what went back. */
class PaymentsAuditTest extends OnPayments {

    @Test
    void nothing_is_found_where_nobody_had_his_hands_on() {
        var tally = Audit.of(archive).everybody(found -> {});

        assertThat(findings()).isEmpty();
        assertThat(tally.payments()).isEqualTo(3);
        assertThat(makegood.ledger().available(ada)).isEqualTo(new Credits(108));
    }

    @Test
    void what_is_under_way_is_no_violation() {
        var unused = paid(wished());
        assertThat(findings()).isEmpty();

        archive.without(Payments.PAID_TASK);
        finds("I6", "its work does not begin, its money stays");
    }

    @Test
    void a_bonus_that_was_not_granted_is_found() {
        var bonus = TransferId.of("bonus", pack.id().value());
        archive.transfers(
                lines -> lines.stream().filter(line -> !line.id().equals(bonus)).toList());

        finds("I6", "the bonus granted for payment " + pack.id() + " is 0, not 10");
    }

    @Test
    void a_pack_that_was_granted_twice_is_found() {
        var again = forged(TransferId.of("again", pack.id().value()));
        archive.transfers(lines -> and(lines, again));

        finds("I6", "gives credits again, or for nothing paid: payment/" + pack.id());
    }

    @Test
    void a_pack_that_gave_something_else_than_was_bought_is_found() {
        changing(pack.id(), payment -> with(payment, bill -> new Bill(bill.id(), bill.customer(),
                bill.gateway(), bill.amount(),
                new Purpose.Pack("starter", new Credits(99), new Credits(10)), bill.description(),
                bill.backTo(), bill.createdAt())));

        finds("I6", "the purchase granted for payment " + pack.id() + " is 100, not 99");
    }

    @Test
    void credits_for_a_payment_that_did_not_succeed_are_found() {
        changing(pack.id(),
                payment -> new Payment.Failed(payment.bill(), "no", Aftermath.NONE,
                        clock.instant()));

        finds("I6", "gives credits again, or for nothing paid: payment/" + pack.id());
        finds("I10", "payment " + pack.id() + " told too little or too much of payment.failed");
    }

    @Test
    void another_share_taken_back_than_went_back_is_found() {
        changing(pack.id(), payment -> refunded(payment, 9_950, State.SUCCEEDED));

        finds("I7",
                "what was taken back of the purchase of payment " + pack.id() + " is 1, not 50");
        finds("I7", "what was taken back of the bonus of payment " + pack.id() + " is 1, not 5");
    }

    @Test
    void more_given_back_than_was_paid_is_found() {
        changing(pack.id(), payment -> refunded(payment, 19_901, State.PENDING));

        finds("I7", "refunds of 199.01 EUR were accepted for payment " + pack.id());
    }

    @Test
    void money_that_nobody_gives_back_or_asks_about_is_found() {
        var billed = billed();
        var unused = makegood.payments().refund("refund-2", pack.id(), null, OPERATOR);
        assertThat(findings()).isEmpty();

        archive.without(Payments.RETURN_TASK);
        finds("I15", "no task gives back the money of payment " + pack.id());
        archive.without(Payments.LOOK_TASK);
        finds("I15", "no task asks about payment " + billed.id());
    }

    @Test
    void a_request_that_is_not_marked_paid_is_found() {
        archive.requests(changing(working, request -> new GenerationRequest(request.id(),
                request.customer(), request.hostname(), request.provider(), request.price(),
                request.payment(), false, request.createdAt())));

        finds("I6", "payment " + working.payment() + " succeeded: its work does not begin");
    }

    @Test
    void work_that_began_without_a_payment_that_succeeded_is_found() {
        archive.payments(payments -> payments.stream()
                .filter(payment -> !payment.id().equals(working.payment()))
                .toList());

        finds("I6", "project " + working.id() + " was paid by nothing that succeeded");
        finds("I6", "request " + working.id() + " was paid by nothing that succeeded");
    }

    @Test
    void one_payment_for_two_projects_is_found() {
        archive.projects(projects -> and(projects, projects.getFirst()));

        finds("I6", " paid for two projects");
    }

    @Test
    void a_payment_for_another_project_is_found() {
        changing(working.payment(), payment -> with(payment, bill -> new Bill(bill.id(),
                bill.customer(), bill.gateway(), bill.amount(),
                new Purpose.Work(failed.id().value()), bill.description(), bill.backTo(),
                bill.createdAt())));

        finds("I6", "payment " + working.payment() + " paid for another project");
        finds("I6", "payment " + working.payment() + " marked another request");
    }

    @Test
    void the_money_of_a_failed_project_that_stays_is_found() {
        changing(failed.payment(), payment -> payment.with(Aftermath.NONE));
        finds("I6", "the project paid by " + failed.payment() + " failed, and the money stays");
    }

    @Test
    void the_money_of_a_failed_project_that_a_task_gives_back_is_no_violation() {
        makegood.projects().fail(working.id(), OPERATOR);
        assertThat(findings()).isEmpty();

        archive.without(Projects.GIVE_BACK_TASK);
        finds("I6", "the project paid by " + working.payment() + " failed, and the money stays");
    }

    @Test
    void a_success_that_was_told_twice_or_never_is_found() {
        archive.events(events -> events.stream().filter(event -> !isSuccess(event)).toList());
        finds("I10", "too much of payment.succeeded: 1");

        archive.events(events -> and(events,
                events.stream().filter(PaymentsAuditTest::isSuccess).findFirst().orElseThrow()));
        finds("I10", "too much of payment.succeeded: -1");
    }

    private static boolean isSuccess(Recorded event) {
        return event.type().equals("payment.succeeded");
    }

    private Transfer forged(TransferId id) {
        return new Forger(store.statements().wallet(ada), clock.instant()).line(Kind.GRANT, id,
                List.of(new Part(id, new Credits(100), null)),
                About.payment(pack.id().value()));
    }

    private static Payment with(Payment payment, UnaryOperator<Bill> how) {
        var paid = (Payment.Succeeded) payment;
        return new Payment.Succeeded(how.apply(paid.bill()), paid.paid(), paid.aftermath(),
                paid.updatedAt());
    }

    private static Payment refunded(Payment payment, long minor, State state) {
        var refund = new PaymentRefund("refund-1", Money.of(minor, "EUR"), state,
                payment.updatedAt());
        return payment.with(new Aftermath(Map.of(refund.key(), refund), Map.of(), 1));
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
