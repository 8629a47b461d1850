package dev.makegood.unit;

import dev.makegood.ledger.TransferId;
import dev.makegood.payment.PaymentId;
import dev.makegood.project.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a unit will most likely read, so that it can be loaded together with its customer's head.
 *
 * @param openGrants whether credits will move
 */
public record Foreseen(List<Key<?>> keys, boolean openGrants) {

    public static final Foreseen NOTHING = new Foreseen(List.of(), /* openGrants= */ false);

    public Foreseen {
        keys = List.copyOf(keys);
    }

    /** What a command reads that names these ids. */
    public static Foreseen of(Collection<?> named) {
        return new Foreseen(named.stream().flatMap(Foreseen::keysOf).distinct().toList(),
                named.stream().anyMatch(TransferId.class::isInstance));
    }

    private static Stream<Key<?>> keysOf(Object id) {
        return switch (id) {
            case TransferId transfer ->
                    Stream.of(new Key.OfTransfer(transfer), new Key.OfSettlement(transfer));
            case ProjectId project ->
                    Stream.of(new Key.OfProject(project), new Key.OfProjectRef(project));
            case PaymentId payment ->
                    Stream.of(new Key.OfPayment(payment), new Key.OfPaymentRef(payment));
            default -> Stream.of();
        };
    }
}
