package dev.makegood.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.event.RecordedEvent;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.generation.Generations;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentTasks;
import dev.makegood.pricing.Hostname;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Payments and requests are as their last events left them, and what is open has its task. */
class StoredPaymentsAuditTest extends PaymentsAuditTestBase {

    private static Payment withDescription(Payment payment, String description) {
        var details = payment.details();
        var paid = (Payment.Succeeded) payment;
        return new Payment.Succeeded(new PaymentDetails(details.id(), details.customer(),
                details.gateway(), details.amount(), details.purpose(), description,
                details.returnUrls(), details.createdAt()), paid.paid(), paid.refundsAndDisputes(),
                paid.updatedAt());
    }

    private void changeFact(String type, String name, String value) {
        archive.rechainedEvents(events -> events.stream().map(event -> {
            if (!event.type().equals(type)) {
                return event;
            }
            Map<String, String> facts = new HashMap<>(event.facts());
            facts.put(name, value);
            return new RecordedEvent(event.customer(), event.sequence(), event.at(), type, facts,
                    event.stateHash(), event.hash());
        }).toList());
    }

    @Test
    void a_payment_that_was_changed_without_an_event_is_found() {
        changePayment(pack.id(), payment -> withDescription(payment, "another pack"));

        expectViolation("I16", "payment " + pack.id() + " is not as its last event left it");
    }

    @Test
    void an_event_that_says_another_amount_than_was_billed_is_found() {
        changeFact("payment.billed", "amount", "1.00 EUR");

        expectViolation("I16", "payment.billed, says is not");
    }

    @Test
    void a_request_for_another_site_than_was_ordered_is_found() {
        archive.requests(requests -> requests.stream()
                .map(request -> new GenerationRequest(request.id(), request.customer(),
                        new Hostname("other.example"), request.provider(), request.price(),
                        request.payment(), request.isPaid(), request.createdAt()))
                .toList());

        expectViolation("I16", "request " + working.id() + " is for ");
    }

    @Test
    void a_payment_of_another_amount_than_its_request_costs_is_found() {
        archive.requests(requests -> requests.stream()
                .map(request -> new GenerationRequest(request.id(), request.customer(),
                        request.hostname(), request.provider(), Money.of(1, "EUR"),
                        request.payment(), request.isPaid(), request.createdAt()))
                .toList());

        expectViolation("I16", "payment " + working.payment() + " is of " + PRICE);
    }

    @Test
    void a_request_that_is_paid_by_nothing_is_found() {
        archive.requests(requests -> requests.stream()
                .map(request -> new GenerationRequest(request.id(), request.customer(),
                        request.hostname(), request.provider(), request.price(), null, true,
                        request.createdAt()))
                .toList());

        expectViolation("I6", "request " + working.id() + " is marked as paid without a payment");
    }

    @Test
    void a_request_that_nothing_abandons_or_funds_is_found() {
        var waiting = orderGeneration();
        assertThat(violations()).isEmpty();

        archive.withoutTasks(Generations.ABANDON_TASK);

        expectViolation("I15", "no task abandons or funds project " + waiting.id());
    }

    @Test
    void a_payment_that_nothing_polls_is_found() {
        var open = openPayment();
        archive.withoutTasks(PaymentTasks.POLL);

        expectViolation("I15", "no task polls payment " + open.id());
    }
}
