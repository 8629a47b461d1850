package dev.makegood.yookassa;

import dev.makegood.payment.Bill;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.yookassa.Heard.Fine;
import dev.makegood.yookassa.Heard.Refused;
import dev.makegood.yookassa.TheirPayment.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Takes money with YooKassa, and gives it back.
 *
 * <p>Every call that changes something has a key from our own ids, so that it can be repeated. Their keys live for 24
 * hours; what is older is looked for before it is asked for again.
 */
public final class YooKassa implements PaymentGateway, GatewayBooks {

    static final String NAME = "yookassa";

    private final Shop shop;
    private final Line line;
    private final Books books;
    private final Wishes wishes;
    private final Openings openings;
    private final Refunds refunds;
    private final InstantSource clock;

    public YooKassa(Settings settings, InstantSource clock) {
        this.shop = settings.shop();
        this.line = new Line(settings.address(), settings.shop(), settings.patience());
        this.books = new Books(line);
        this.wishes = new Wishes(settings.stages(), settings.receipts());
        this.openings = new Openings(line, books, wishes, clock);
        this.refunds = new Refunds(line, books, wishes);
        this.clock = clock;
    }

    static GatewayRef ref(String id) {
        return new GatewayRef(NAME, id);
    }

    Books books() {
        return books;
    }

    InstantSource clock() {
        return clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Opening open(Bill bill) {
        return openings.open(bill);
    }

    @Override
    public Look look(GatewayRef ref) {
        return switch (books.story(ref.id())) {
            case Read.There<Story> there -> new Seen(there.it().reports(clock.instant()));
            case Read.Absent<Story> absent -> new Unknown(absent.why());
            case Read.Unclear<Story> unclear -> new Unknown(unclear.why());
        };
    }

    @Override
    public Look capture(GatewayRef ref, Bill bill) {
        return Line.mayStandInAPath(ref.id())
                ? changed(ref, line.post("/payments/" + ref.id() + "/capture",
                        "capture-" + bill.id(), wishes.capture(bill)))
                : new Unknown("no such payment can exist");
    }

    /** Their API cancels only money that waits to be captured; other payments end by themselves within the hour. */
    @Override
    public Look expire(GatewayRef ref) {
        return books.payment(ref.id()) instanceof Read.There<TheirPayment> there
                && there.it().status() == Status.WAITING_FOR_CAPTURE
                        ? changed(ref, line.post("/payments/" + ref.id() + "/cancel",
                                "cancel-" + ref.id(), Wishes.nothingMore()))
                        : look(ref);
    }

    /** A refusal tells only that it is not as we thought: then it is looked at. */
    private Look changed(GatewayRef ref, Heard heard) {
        return switch (heard) {
            case Fine fine -> TheirPayment.of(fine.body())
                    .filter(payment -> payment.id().equals(ref.id()))
                    .<Look>map(payment -> new Seen(
                            new Story(payment, List.of()).reports(clock.instant())))
                    .orElseGet(() -> new Unknown("an answer about something else"));
            case Refused refused -> look(ref);
            case Heard.Unclear unclear -> new Unknown(unclear.why());
        };
    }

    @Override
    public Returned giveBack(RefundOrder order) {
        return refunds.giveBack(order);
    }

    @Override
    public Listing between(Instant from, Instant until) {
        return switch (books.between(from, until)) {
            case Read.There<List<TheirPayment>> there ->
                    new Listed(there.it().stream().map(this::entry).toList());
            case Read.Absent<List<TheirPayment>> absent -> new Unreadable(absent.why());
            case Read.Unclear<List<TheirPayment>> unclear -> new Unreadable(unclear.why());
        };
    }

    private Entry entry(TheirPayment payment) {
        var story = new Story(payment, List.of());
        return new Entry(story.names(), story.report(clock.instant()), payment.returned());
    }

    @Override
    public String toString() {
        return NAME + " for " + shop;
    }
}
