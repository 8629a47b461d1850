package dev.makegood.cli.crash;

import dev.makegood.project.Pipeline;
import dev.makegood.project.RunOrder;
import java.net.URI;
import java.time.Instant;

/** A process that does a day's work until it is halted; what it was answered it says on stdout. */
final class DoomedProcess {

    private DoomedProcess() {}

    /** Arguments: seed, point, time, films' address, database's address, user, the time of day. */
    public static void main(String[] told) {
        var halting = new Halting(Point.valueOf(told[1]), Integer.parseInt(told[2]));
        var now = Instant.parse(told[6]);
        var database = Shop.database(told[4], told[5], System.getenv("PASSWORD"));
        var storage = HaltingStorage.of(Shop.storage(database), halting);
        var films = halted(Shop.films(URI.create(told[3]), () -> now), halting);
        var makegood = Shop.open(storage, films, () -> now, opening -> opening.heardBy(event -> {
            say("heard " + event.customer() + " " + event.sequence());
            halting.pass(Point.IN_THE_EVENT_RELAY);
        }));
        var day = Day.of(Long.parseLong(told[0]), makegood, DoomedProcess::say);
        day.order();
        day.work();
        say("survived");
    }

    private static Pipeline halted(Pipeline films, Halting halting) {
        return (RunOrder order) -> {
            var answer = films.start(order);
            halting.pass(Point.AFTER_THE_REMOTE_ACCEPTED);
            return answer;
        };
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
