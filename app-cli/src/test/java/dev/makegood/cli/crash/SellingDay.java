package dev.makegood.cli.crash;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.generation.GenerationAnswer;
import dev.makegood.generation.GenerationOrder;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefundAnswer;
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
 * A day's sales to one customer, whose every id follows from its seed: a pack of which half is refunded, a
 * generation that completes, and one that fails. Done again, it does the same.
 *
 * @param acknowledged is called with everything that was acknowledged
 */
record SellingDay(Makegood makegood, NoticeReader reader, PayingCustomer payingCustomer,
        InstantSource clock, SellingDayIds ids, Consumer<String> acknowledged) {

    static final Money PRICE = Money.of(19_900, "EUR");
    static final Money HALF = Money.of(9_950, "EUR");
    /** Of 100 credits and 10 on top, after half of the money was refunded. */
    static final long CREDITS_LEFT = 55;

    private static final PaymentDetails.ReturnUrls BACK =
            new PaymentDetails.ReturnUrls("https://shop.example/ok", "https://shop.example/no");

    /** A customer who pays at the gateway, and the notices that follow. */
    interface PayingCustomer {

        /** Pays what is not paid yet; returns every notice. */
        List<SentNotice> pay(PaymentId payment);
    }

    /** A notice as it is sent. */
    record SentNotice(String body, String signature) {

        NoticeReader.NoticeReading readBy(NoticeReader reader) {
            return reader.read(body.getBytes(StandardCharsets.UTF_8),
                    Map.of("stripe-signature", signature), "127.0.0.1");
        }
    }

    /** The ids of a day. */
    record SellingDayIds(CustomerId customer, PaymentId pack, ProjectId film, PaymentId filmPaid,
            ProjectId failing, PaymentId failingPaid) {

        static SellingDayIds of(long seed) {
            var samples = new Samples(seed);
            return new SellingDayIds(samples.customer(), new PaymentId(samples.id()),
                    samples.project(),
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
        setPrices();
        var details = new PaymentDetails(ids.pack(), ids.customer(), "stripe", PRICE,
                new Purpose.Pack("starter", new Credits(100), new Credits(10)), "Starter pack",
                BACK, clock.instant());
        acknowledged.accept("billed " + makegood.payments().create(details).id());
        payAndDeliverNotices(ids.pack());
        requestGeneration("gemini", ids.film(), ids.filmPaid());
        requestGeneration("ollama", ids.failing(), ids.failingPaid());
        runDueWork();
        if (makegood.payments()
                .refund("half " + ids.pack(), ids.pack(), HALF,
                        Cause.rule("asked")) instanceof PaymentRefundAnswer.PaymentRefunded) {
            acknowledged.accept("refunded " + ids.pack());
        }
        runDueWork();
        reportEnds();
        runDueWork();
    }

    private void setPrices() {
        makegood.generations()
                .saveCalculation(new Calculation(ids.site(), PRICE.currency(),
                        List.of(new Calculation.ProviderPrice("gemini", PRICE, BigDecimal.ONE),
                                new Calculation.ProviderPrice("ollama", PRICE, BigDecimal.ONE)),
                        clock.instant()));
    }

    /** What was paid is not requested again. */
    private void requestGeneration(String provider, ProjectId project, PaymentId payment) {
        var known = makegood.generations().find(project);
        if (known.isEmpty() || !known.get().isPaid()) {
            var order = new GenerationOrder(ids.customer(), ids.site(), provider, project, payment,
                    "stripe",
                    BACK);
            if (makegood.generations().order(order) instanceof GenerationAnswer.PaymentRequired) {
                acknowledged.accept("billed " + payment);
            }
        }
        payAndDeliverNotices(payment);
        runDueWork();
    }

    private void payAndDeliverNotices(PaymentId payment) {
        payingCustomer.pay(payment).forEach(sentNotice -> {
            if (sentNotice.readBy(reader) instanceof NoticeReader.Verified notice) {
                var unused = makegood.payments().accept(notice);
                acknowledged.accept("noticed " + notice.noticeRef());
            }
        });
    }

    /** The pipeline repeats its reports until they are accepted. */
    private void reportEnds() {
        Instant now = clock.instant();
        report(ids.film(), new RunReport.RunSucceeded(null, "https://films.example/1", null, now));
        report(ids.failing(), new RunReport.RunFailed(null,
                new Failure(FailureReason.PIPELINE_ERROR, "out of memory"), now));
    }

    private void report(ProjectId project, RunReport report) {
        if (makegood.projects().find(project).orElse(null) instanceof Project.Processing) {
            var unused = makegood.projects().report(project, report);
            acknowledged.accept("ended " + project);
        }
    }

    private void runDueWork() {
        while (makegood.taskRunner().runDue(10) > 0) {
            acknowledged.accept("worked");
        }
    }
}
