package dev.makegood.cli.crash;

import dev.makegood.Unit;
import dev.makegood.event.Event;
import dev.makegood.event.EventLog;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.generation.GenerationStore;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import dev.makegood.testing.ForwardingEvents;
import dev.makegood.testing.ForwardingUnit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A unit that records what it writes about payments. */
final class RecordingUnit extends ForwardingUnit {

    private final List<PaymentWrite> writes;

    RecordingUnit(Unit unit, List<PaymentWrite> writes) {
        super(unit);
        this.writes = writes;
    }

    @Override
    public EventLog events() {
        return new ForwardingEvents(super.events()) {

            @Override
            public void append(Event event, Instant at) {
                note(event);
                super.append(event, at);
            }
        };
    }

    private void note(Event event) {
        switch (event.type()) {
            case "payment.billed" -> writes.add(PaymentWrite.BILLED);
            case "payment.succeeded" -> writes.add(PaymentWrite.SUCCEEDED);
            case "payment.refunded" -> noteRefund(event);
            default -> {
            }
        }
    }

    private void noteRefund(Event event) {
        if ("requested".equals(event.facts().get("refundStatus"))) {
            writes.add(PaymentWrite.REFUND_REQUESTED);
        }
    }

    @Override
    public GenerationStore generations() {
        return new RecordingGenerationStore(super.generations(), writes);
    }

    private record RecordingGenerationStore(GenerationStore requests, List<PaymentWrite> writes)
            implements GenerationStore {

        @Override
        public Optional<GenerationRequest> find(ProjectId id) {
            return requests.find(id);
        }

        @Override
        public Optional<GenerationRequest> findUnpaid(Hostname hostname, String provider) {
            return requests.findUnpaid(hostname, provider);
        }

        @Override
        public void save(GenerationRequest request) {
            requests.save(request);
            if (request.isPaid()) {
                writes.add(PaymentWrite.MARKED_PAID);
            }
        }

        @Override
        public void close(ProjectId id) {
            requests.close(id);
        }
    }
}
