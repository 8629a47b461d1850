package dev.makegood.cli.crash;

import dev.makegood.Unit;
import dev.makegood.event.Event;
import dev.makegood.event.EventLog;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.generation.GenerationStore;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import dev.makegood.testing.ForwardingUnit;
import java.util.List;
import java.util.Optional;

/** A unit that notes what it writes of payments. */
final class WatchedUnit extends ForwardingUnit {

    private final List<News> news;

    WatchedUnit(Unit unit, List<News> news) {
        super(unit);
        this.news = news;
    }

    @Override
    public EventLog events() {
        var events = super.events();
        return (event, at) -> {
            note(event);
            events.append(event, at);
        };
    }

    private void note(Event event) {
        switch (event.type()) {
            case "payment.billed" -> news.add(News.BILLED);
            case "payment.succeeded" -> news.add(News.SUCCEEDED);
            case "payment.refunded" -> noteRefund(event);
            default -> {
            }
        }
    }

    private void noteRefund(Event event) {
        if ("asked".equals(event.facts().get("refundStatus"))) {
            news.add(News.REFUND_MEANT);
        }
    }

    @Override
    public GenerationStore generations() {
        return new Watched(super.generations(), news);
    }

    private record Watched(GenerationStore requests, List<News> news) implements GenerationStore {

        @Override
        public Optional<GenerationRequest> find(ProjectId id) {
            return requests.find(id);
        }

        @Override
        public Optional<GenerationRequest> unpaid(Hostname hostname, String provider) {
            return requests.unpaid(hostname, provider);
        }

        @Override
        public void save(GenerationRequest request) {
            requests.save(request);
            if (request.paid()) {
                news.add(News.MARKED_PAID);
            }
        }

        @Override
        public void close(ProjectId id) {
            requests.close(id);
        }
    }
}
