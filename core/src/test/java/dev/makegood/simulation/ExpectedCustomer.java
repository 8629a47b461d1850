package dev.makegood.simulation;

import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a customer should have, in plain numbers, from the answers that were given. */
final class ExpectedCustomer {

    record Purchase(TransferId id, long credits) {}

    final CustomerId customer;
    final List<Purchase> purchases = new ArrayList<>();
    final Map<TransferId, Long> openHolds = new LinkedHashMap<>();
    final Map<TransferId, Long> captures = new LinkedHashMap<>();
    final Map<TransferId, Long> clawedBack = new HashMap<>();
    /** What was refunded, by project. */
    final Map<ProjectId, Long> refunds = new HashMap<>();
    /** What each of the customer's projects costs at most. */
    final Map<ProjectId, Long> prices = new LinkedHashMap<>();
    /** Granted, adjusted upwards and refunded, less adjusted downwards and captured. */
    long balance;

    ExpectedCustomer(CustomerId customer) {
        this.customer = customer;
    }

    /** What should be available, held and owed together, had nothing expired. */
    long worth(Map<ProjectId, Project> states) {
        long worth = balance - clawedBack.values().stream().mapToLong(taken -> taken).sum();
        for (var project : states.values()) {
            worth -= project instanceof Project.Completed c ? c.creditsUsed().amount() : 0;
            worth += refunds.getOrDefault(project.id(), 0L);
        }
        return worth;
    }

    long held(Map<ProjectId, Project> states) {
        long held = openHolds.values().stream().mapToLong(credits -> credits).sum();
        for (var project : states.values()) {
            held += project instanceof Project.Open ? prices.get(project.id()) : 0;
        }
        return held;
    }

    /** What was clawed back of a purchase whose money went back so far. */
    static long clawbackTarget(long granted, long reversed, long paid) {
        return Math.min(granted, (granted * reversed + paid - 1) / paid);
    }
}
