package dev.makegood.payment;

import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.PaymentReceived;
import dev.makegood.payment.GatewayReport.UnreadableReport;
import dev.makegood.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The contract of notices runs here too, so that it can be read with the least beside it. */
class FakeNoticeReaderContractTest extends NoticeReaderContract {

    private final Samples samples = Samples.fresh();
    private final FakeNoticeReader reader = new FakeNoticeReader();

    @Override
    protected NoticeReader reader() {
        return reader;
    }

    @Override
    protected PaymentDetails opened() {
        return new PaymentDetails(new PaymentId(samples.id()), samples.customer(), "fake",
                Money.of(19_900, "RUB"), new Purpose.Pack("starter", new Credits(100),
                        Credits.NONE),
                "Starter",
                new PaymentDetails.ReturnUrls("https://a.example", "https://b.example"),
                samples.start());
    }

    @Override
    protected RawNotice payAndNotify(PaymentDetails details) {
        var ref = new GatewayRef("fake", "cs_" + details.id());
        var paid = new Payment.PaidMoney(ref, details.amount(), "card", samples.start());
        var body = reader.record(List.of(ref, details.ownRef()),
                List.of(new PaymentReceived(paid)));
        return genuine(body);
    }

    @Override
    protected RawNotice forged(RawNotice notice) {
        return new RawNotice(notice.body(), Map.of(FakeNoticeReader.PROOF, "guessed"),
                notice.remoteAddress());
    }

    @Override
    protected RawNotice unreadable(PaymentDetails details) {
        return genuine(reader.record(List.of(details.ownRef()),
                List.of(new UnreadableReport("its amount is no number", samples.start()))));
    }

    @Override
    protected RawNotice irrelevant() {
        return genuine("something else".getBytes(StandardCharsets.UTF_8));
    }

    private static RawNotice genuine(byte[] body) {
        return new RawNotice(body, Map.of(FakeNoticeReader.PROOF, "genuine"), "192.0.2.1");
    }
}
