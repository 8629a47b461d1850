package dev.makegood;

import dev.makegood.event.EventListener;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.LedgerSettings;
import dev.makegood.ledger.Wallet;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.PriceTable;
import dev.makegood.project.Pipeline;
import dev.makegood.project.PipelineRegistration;
import dev.makegood.project.PipelineRegistry;
import dev.makegood.store.Microseconds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What a host decides before it opens Makegood; what it leaves out has a default. */
public final class MakegoodBuilder {

    private static final Pipeline NO_PIPELINE =
            request -> new Pipeline.Rejected("no pipeline is configured");

    final Storage storage;
    final List<EventListener> listeners = new ArrayList<>();
    PipelineRegistry pipelines =
            PipelineRegistry.only(PipelineRegistration.of("none", NO_PIPELINE));
    PriceList priceList = PriceTable.defaults();
    PaymentSetup paymentSetup = PaymentSetup.NONE;
    InstantSource clock = Microseconds.clock(InstantSource.system());
    LedgerSettings ledgerSettings = LedgerSettings.DEFAULT;
    Credits signupGrant = new Credits(60);
    Duration submitHeadStart = Duration.ZERO;
    Leases leases = Leases.STANDARD;

    MakegoodBuilder(Storage storage) {
        this.storage = storage;
    }

    /** One pipeline works on everything. */
    public MakegoodBuilder withPipeline(Pipeline pipeline) {
        return withPipelines(PipelineRegistry.only(PipelineRegistration.of("default", pipeline)));
    }

    /** Several pipelines, each for its operations. */
    public MakegoodBuilder withPipelines(PipelineRegistry registry) {
        pipelines = registry;
        return this;
    }

    public MakegoodBuilder withPriceList(PriceList list) {
        priceList = list;
        return this;
    }

    /** Without it, no payment can be created. */
    public MakegoodBuilder withPayments(PaymentSetup setup) {
        paymentSetup = setup;
        return this;
    }

    /** The system's clock by default; it is read in whole microseconds. */
    public MakegoodBuilder withClock(InstantSource source) {
        clock = Microseconds.clock(source);
        return this;
    }

    public MakegoodBuilder withLedgerSettings(LedgerSettings settings) {
        ledgerSettings = settings;
        return this;
    }

    /**
     * What a new customer is granted: 60 credits by default; {@link Credits#NONE} grants nothing.
     */
    public MakegoodBuilder withSignupGrant(Credits credits) {
        if (credits.isMoreThan(Wallet.CREDITS_MAX)) {
            throw new IllegalArgumentException("the signup grant of " + credits
                    + " is more than a wallet can have, " + Wallet.CREDITS_MAX);
        }
        signupGrant = credits;
        return this;
    }

    /** How long the caller who ordered a project may submit it before the task runners do. */
    public MakegoodBuilder withSubmitHeadStart(Duration duration) {
        submitHeadStart = duration;
        return this;
    }

    /** For how long what one process claims is its own. */
    public MakegoodBuilder withLeases(Leases durations) {
        leases = durations;
        return this;
    }

    /** One more listener to every event. */
    public MakegoodBuilder withEventListener(EventListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Where everything is kept. */
    public Storage storage() {
        return storage;
    }

    /** The clock that the installation will use. */
    public InstantSource clock() {
        return clock;
    }

    public Makegood open() {
        return new Makegood(this);
    }
}
