package dev.makegood.cli.crash;

import dev.makegood.project.Pipeline;
import dev.makegood.project.RunRequest;
import java.net.URI;
import java.time.Instant;

/** A process that does a day's work until it is halted; it prints what was acknowledged. */
final class DoomedProcess {

    private DoomedProcess() {}

    /** Arguments: seed, point, time, films' address, database's address, user, the time of day. */
    public static void main(String[] arguments) {
        var haltTrigger =
                new HaltTrigger(HaltPoint.valueOf(arguments[1]), Integer.parseInt(arguments[2]));
        var now = Instant.parse(arguments[6]);
        var database = CrashFixture.database(arguments[4], arguments[5], System.getenv("PASSWORD"));
        var storage = HaltingStorage.of(CrashFixture.storage(database), haltTrigger);
        var films =
                halting(CrashFixture.pipeline(URI.create(arguments[3]), () -> now), haltTrigger);
        var makegood = CrashFixture.open(storage, films, () -> now,
                builder -> builder.withEventListener(event -> {
                    print("delivered " + event.customer() + " " + event.sequence());
                    haltTrigger.pass(HaltPoint.IN_THE_EVENT_RELAY);
                }));
        var day = WorkingDay.of(Long.parseLong(arguments[0]), makegood, DoomedProcess::print);
        day.orderAll();
        day.runDueWork();
        print("survived");
    }

    private static Pipeline halting(Pipeline films, HaltTrigger haltTrigger) {
        return (RunRequest request) -> {
            var answer = films.start(request);
            haltTrigger.pass(HaltPoint.AFTER_THE_REMOTE_ACCEPTED);
            return answer;
        };
    }

    private static void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
