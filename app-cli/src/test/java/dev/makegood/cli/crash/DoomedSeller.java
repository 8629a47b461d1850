package dev.makegood.cli.crash;

import dev.makegood.cli.crash.SellingDay.Sent;
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

/** A process that sells until it is halted; it asks on stdout to be paid, and reads the notices on stdin. */
final class DoomedSeller {

    private static final BufferedReader IN =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private DoomedSeller() {}

    /** Arguments: seed, point, time, Stripe's address, database's address, user, the time of day. */
    public static void main(String[] told) {
        var halting = new Halting(Point.valueOf(told[1]), Integer.parseInt(told[2]));
        var now = Instant.parse(told[6]);
        var settings = Shop.stripe(URI.create(told[3]));
        var database = Shop.database(told[4], told[5], System.getenv("PASSWORD"));
        var makegood = Shop.selling(HaltingStorage.of(Shop.storage(database), halting),
                gateway -> new HaltingGateway(gateway, halting), settings, () -> now);
        new SellingDay(makegood, new StripeNotices(settings, () -> now), DoomedSeller::pay,
                () -> now, SellingDay.Ids.of(Long.parseLong(told[0])), DoomedSeller::say).sell();
        say("survived");
    }

    private static List<Sent> pay(PaymentId payment) {
        say("pay " + payment);
        var notices = new ArrayList<Sent>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var space = line.indexOf(' ');
            var body = Base64.getDecoder().decode(line.substring(0, space));
            notices.add(new Sent(new String(body, StandardCharsets.UTF_8),
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

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
