package dev.makegood.cli.crash;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.generation.Requested;
import dev.makegood.generation.Wish;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.Bill;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Payments;
import dev.makegood.payment.Purpose;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunReport;
import dev.makegood.testing.Samples;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A day's sales to one customer, whose every id follows from its seed: a pack of which half is given back, a
 * generation that completes, and one that fails. Whoever does it again does the same.
 *
 * @param acknowledged hears of everything that was answered
 */
record SellingDay(Makegood makegood, NoticeReader reader, Payer payer, InstantSource clock,
        Ids ids, Consumer<String> acknowledged) {

    static final Money PRICE = Money.of(19_900, "EUR");
    static final Money HALF = Money.of(9_950, "EUR");
    /** Of 100 credits and 10 on top, after half of the money went back. */
    static final long CREDITS_LEFT = 55;

    private static final Bill.Return BACK =
            new Bill.Return("https://shop.example/ok", "https://shop.example/no");

    /** Whoever pays at the gateway, and what the gateway then says of it. */
    interface Payer {

        /** Pays what is not paid yet; answers every notice. */
        List<Sent> pay(PaymentId payment);
    }

    /** A notice as it is sent. */
    record Sent(String body, String signature) {

        NoticeReader.Reading readBy(NoticeReader reader) {
            return reader.read(body.getBytes(StandardCharsets.UTF_8),
                    Map.of("stripe-signature", signature), "127.0.0.1");
        }
    }

    /** Everything that has a name. */
    record Ids(CustomerId customer, PaymentId pack, ProjectId film, PaymentId filmPaid,
            ProjectId failing, PaymentId failingPaid) {

        static Ids of(long seed) {
            var samples = new Samples(seed);
            return new Ids(samples.customer(), new PaymentId(samples.id()), samples.project(),
                    new PaymentId(samples.id()), samples.project(), new PaymentId(samples.id()));
        }

        List<PaymentId> payments() {
            return List.of(pack, filmPaid, failingPaid);
        }

        private Hostname site() {
            return new Hostname("s" + customer.value() + ".example");
        }
    }

    /** Sells everything; what was sold before stays as it is. */
    void sell() {
        prices();
        var bill = new Bill(ids.pack(), ids.customer(), "stripe", PRICE,
                new Purpose.Pack("starter", new Credits(100), new Credits(10)), "Starter pack",
                BACK, clock.instant());
        acknowledged.accept("billed " + makegood.payments().ask(bill).id());
        paid(ids.pack());
        wish("gemini", ids.film(), ids.filmPaid());
        wish("ollama", ids.failing(), ids.failingPaid());
        work();
        if (makegood.payments()
                .refund("half " + ids.pack(), ids.pack(), HALF,
                        Cause.rule("asked")) instanceof Payments.Refunded) {
            acknowledged.accept("refunded " + ids.pack());
        }
        work();
        ends();
        work();
    }

    private void prices() {
        makegood.generations()
                .set(new Calculation(ids.site(), PRICE.currency(),
                        List.of(new Calculation.Price("gemini", PRICE, BigDecimal.ONE),
                                new Calculation.Price("ollama", PRICE, BigDecimal.ONE)),
                        clock.instant()));
    }

    /** Nobody wishes again for what was paid. */
    private void wish(String provider, ProjectId project, PaymentId payment) {
        var known = makegood.generations().find(project);
        if (known.isEmpty() || !known.get().paid()) {
            var wish = new Wish(ids.customer(), ids.site(), provider, project, payment, "stripe",
                    BACK);
            if (makegood.generations().request(wish) instanceof Requested.ToPay) {
                acknowledged.accept("billed " + payment);
            }
        }
        paid(payment);
        work();
    }

    private void paid(PaymentId payment) {
        payer.pay(payment).forEach(sent -> {
            if (sent.readBy(reader) instanceof NoticeReader.Believed notice) {
                var unused = makegood.payments().accept(notice);
                acknowledged.accept("heard " + notice.notice());
            }
        });
    }

    /** Whoever works says so again and again, until it is heard. */
    private void ends() {
        Instant now = clock.instant();
        report(ids.film(), new RunReport.Succeeded(null, "https://films.example/1", null, now));
        report(ids.failing(), new RunReport.Broke(null,
                new Failure(FailureReason.PIPELINE_ERROR, "out of memory"), now));
    }

    private void report(ProjectId project, RunReport report) {
        if (makegood.projects().find(project).orElse(null) instanceof Project.Processing) {
            var unused = makegood.projects().report(project, report);
            acknowledged.accept("ended " + project);
        }
    }

    private void work() {
        while (makegood.tasks().runDue(10) > 0) {
            acknowledged.accept("worked");
        }
    }
}
