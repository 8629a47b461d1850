package dev.makegood.cli.crash;

import dev.makegood.cli.crash.SellingDay.SentNotice;
import dev.makegood.payment.PaymentId;
import dev.makegood.stripe.StripeNotices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A process that sells until it is halted; it asks for payments on stdout, and reads the notices from stdin. */
final class DoomedSeller {

    private static final BufferedReader IN =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private DoomedSeller() {}

    /** Arguments: seed, point, time, Stripe's address, database's address, user, the time of day. */
    public static void main(String[] arguments) {
        var haltTrigger =
                new HaltTrigger(HaltPoint.valueOf(arguments[1]), Integer.parseInt(arguments[2]));
        var now = Instant.parse(arguments[6]);
        var settings = CrashFixture.stripeSettings(URI.create(arguments[3]));
        var database = CrashFixture.database(arguments[4], arguments[5], System.getenv("PASSWORD"));
        var makegood = CrashFixture.openSelling(
                HaltingStorage.of(CrashFixture.storage(database), haltTrigger),
                gateway -> new HaltingGateway(gateway, haltTrigger), settings, () -> now);
        new SellingDay(makegood, new StripeNotices(settings, () -> now), DoomedSeller::pay,
                () -> now, SellingDay.SellingDayIds.of(Long.parseLong(arguments[0])),
                DoomedSeller::print)
                        .sell();
        print("survived");
    }

    private static List<SentNotice> pay(PaymentId payment) {
        print("pay " + payment);
        var notices = new ArrayList<SentNotice>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var space = line.indexOf(' ');
            var body = Base64.getDecoder().decode(line.substring(0, space));
            notices.add(new SentNotice(new String(body, StandardCharsets.UTF_8),
                    line.substring(space + 1)));
        }
        return notices;
    }

    private static String line() {
        try {
            return IN.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
