package dev.makegood.ledger;

import java.util.ArrayList;
import java.util.List;

/** Arithmetic on what a hold took from which grant. */
final class Parts {

    private Parts() {}

    static Credits sum(List<Part> parts) {
        return parts.stream().map(Part::credits).reduce(Credits.NONE, Credits::plus);
    }

    /** The first so many credits, in the order in which they were taken. */
    static List<Part> first(List<Part> parts, Credits credits) {
        var first = new ArrayList<Part>();
        var left = credits;
        for (var part : parts) {
            var taken = part.credits().min(left);
            if (!taken.isNone()) {
                first.add(part.of(taken));
                left = left.minus(taken);
            }
        }
        return first;
    }

    /** The last so many credits, the last taken first: the order in which they are restored. */
    static List<Part> last(List<Part> parts, Credits credits) {
        return first(parts.reversed(), credits);
    }

    /** What remains of the parts without their last so many credits. */
    static List<Part> withoutLast(List<Part> parts, Credits credits) {
        return first(parts, sum(parts).minus(credits));
    }
}
