package dev.makegood;

import dev.makegood.event.EventListener;
import dev.makegood.generation.Generations;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Terms;
import dev.makegood.payment.Payments;
import dev.makegood.pricing.Calculating;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.PriceTable;
import dev.makegood.project.Pipeline;
import dev.makegood.project.Projects;
import dev.makegood.project.Workshop;
import dev.makegood.project.Workshops;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a host settles before it opens Makegood; whatever it leaves out is as usual.
 *
 * @param signup what a newcomer is given, 60 credits unless said otherwise; none is a value too
 * @param headStart how long whoever ordered a project may submit it before the task runners do
 */
public record Opening(Storage storage, Workshops workshops, PriceList prices, Cashier cashier,
        InstantSource clock, Terms terms, Credits signup, Duration headStart,
        List<EventListener> listeners) {

    private static final Pipeline NOBODY = order -> new Pipeline.Rejected("nobody works here yet");

    public Opening {
        listeners = List.copyOf(listeners);
    }

    /** Everything as usual: the system's clock among it, which only this line asks for. */
    static Opening on(Storage storage) {
        return new Opening(storage, Workshops.only(Workshop.of("none", NOBODY)),
                PriceTable.defaults(), Cashier.NOBODY, InstantSource.system(), Terms.USUAL,
                new Credits(60), Duration.ZERO, List.of());
    }

    /** One pipeline works on everything. */
    public Opening workedBy(Pipeline pipeline) {
        return workedIn(Workshops.only(Workshop.of("pipeline", pipeline)));
    }

    /** Several pipelines, each for its operations. */
    public Opening workedIn(Workshops all) {
        return new Opening(storage, all, prices, cashier, clock, terms, signup, headStart,
                listeners);
    }

    public Opening pricedBy(PriceList list) {
        return new Opening(storage, workshops, list, cashier, clock, terms, signup, headStart,
                listeners);
    }

    public Opening paidAt(Cashier other) {
        return new Opening(storage, workshops, prices, other, clock, terms, signup, headStart,
                listeners);
    }

    public Opening at(InstantSource other) {
        return new Opening(storage, workshops, prices, cashier, other, terms, signup, headStart,
                listeners);
    }

    public Opening on(Terms other) {
        return new Opening(storage, workshops, prices, cashier, clock, other, signup, headStart,
                listeners);
    }

    public Opening welcomingWith(Credits credits) {
        return new Opening(storage, workshops, prices, cashier, clock, terms, credits, headStart,
                listeners);
    }

    public Opening withHeadStart(Duration forWhoeverOrdered) {
        return new Opening(storage, workshops, prices, cashier, clock, terms, signup,
                forWhoeverOrdered,
                listeners);
    }

    /** One more who hears every event. */
    public Opening heardBy(EventListener listener) {
        var all = Stream.concat(listeners.stream(), Stream.of(listener)).toList();
        return new Opening(storage, workshops, prices, cashier, clock, terms, signup, headStart,
                all);
    }

    public Makegood open() {
        return new Makegood(this);
    }

    Payments payments() {
        return new Payments(storage, storage.paymentDirectory(), cashier.gateways(), clock, terms);
    }

    Generations generations(Projects projects, Payments payments) {
        var calculating =
                new Calculating(storage.calculations(), cashier.measure(), cashier.rates(), clock);
        return new Generations(storage, storage.generationDirectory(), calculating, projects,
                payments, clock);
    }

    Projects.Desk deskOfProjects() {
        return new Projects.Desk(storage, storage.projectDirectory(), storage.histories(), prices,
                workshops, clock,
                terms, headStart);
    }
}
