package dev.makegood.http;

import dev.makegood.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All content of a storage as text: two snapshots are equal if nothing was written in between. */
public final class StorageSnapshot {

    private static final int ALL = 1_000_000;

    private StorageSnapshot() {}

    public static List<String> of(Storage storage) {
        var lines = new ArrayList<String>();
        for (var customer : storage.archive().customers(null, ALL)) {
            lines.add(storage.archive()
                    .read(customer, records -> customer + " " + records.wallet()
                            + records.statistics() + records.grants() + records.refundedByCapture()
                            + records.transfers(0, ALL) + records.events(0, ALL)
                            + records.projects(null, ALL) + records.requests(null, ALL)
                            + records.payments(null, ALL)));
        }
        var everDue = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(36_500));
        storage.taskQueue().due(everDue, ALL).forEach(task -> lines.add(task.toString()));
        return lines;
    }
}
