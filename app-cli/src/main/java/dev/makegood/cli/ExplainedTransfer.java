package dev.makegood.cli;

import dev.makegood.ledger.About;
import dev.makegood.ledger.GrantBalance;
import dev.makegood.ledger.Kind;
import dev.makegood.ledger.Part;
import dev.makegood.ledger.Transfer;
import dev.makegood.ledger.TransferId;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentId;
import dev.makegood.server.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a line of the ledger stands there, and what it did. */
record ExplainedTransfer(Installation in, Transfer transfer) {

    Reply reply() {
        var json = Json.object()
                .put("transferId", transfer.id().toString())
                .put("customer", new Customers(in).nameOf(transfer.customer()))
                .put("sequence", transfer.sequence())
                .put("at", transfer.at().toString())
                .put("kind", transfer.kind().label())
                .put("amount", transfer.amount().amount())
                .put("from", transfer.kind().from().label())
                .put("to", transfer.kind().to().label())
                .put("about", transfer.about().toString())
                .put("reason", transfer.reason())
                .put("whole", transfer.isWhole());
        payment().ifPresent(payment -> json.put("payment", payment.id().toString()));
        json.set("parts", Json.array(transfer.parts(), part -> Json.object()
                .put("grant", part.grant().toString())
                .put("credits", part.credits().amount())));
        return new Reply.Done(json, lines());
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("line " + transfer.sequence() + " of "
                + new Customers(in).nameOf(transfer.customer()) + ", at " + transfer.at());
        lines.add(transfer.amount() + " credits " + KindInWords.of(transfer.kind()) + ": from "
                + transfer.kind().from().label() + " to " + transfer.kind().to().label());
        lines.add("about " + transfer.about() + ", because: " + Ink.foreign(transfer.reason()));
        payment().ifPresent(payment -> lines.add("it came from payment " + payment.id() + " at "
                + payment.bill().gateway() + ": " + payment.bill().amount() + " for "
                + PaymentShown.purpose(payment.bill().purpose())));
        if (transfer.settles() != null) {
            lines.add("it ends the hold " + transfer.settles());
        }
        ending().ifPresent(end -> lines.add("it was ended by line " + end.sequence() + ", a "
                + end.kind().label()));
        parts().forEach(lines::add);
        var after = transfer.after();
        lines.add("after it: " + after.available() + " to spend, " + after.held() + " held, "
                + after.debt() + " owed");
        lines.add(transfer.isWhole()
                ? "its hash is right: it stands as it was written"
                : "its hash is wrong: somebody changed it behind the application's back");
        return lines;
    }

    /** The payment that made this line, or the line that this one is about. */
    private Optional<Payment> payment() {
        return ofPayment(transfer).or(() -> in.storage()
                .statements()
                .transfer(new TransferId(transfer.about().id()))
                .flatMap(this::ofPayment));
    }

    private Optional<Payment> ofPayment(Transfer line) {
        return line.about().equals(About.payment(line.about().id()))
                ? in.makegood().payments().find(new PaymentId(line.about().id()))
                : Optional.empty();
    }

    /** What ended a hold, if it is one and has ended. */
    private Optional<Transfer> ending() {
        return transfer.kind() == Kind.HOLD
                ? in.storage()
                        .statements()
                        .about(transfer.customer(), transfer.about())
                        .stream()
                        .filter(other -> transfer.id().equals(other.settles()))
                        .findFirst()
                : Optional.empty();
    }

    private Stream<String> parts() {
        Map<TransferId, GrantBalance> grants = in.storage()
                .archive()
                .read(transfer.customer(), records -> records.grants()
                        .stream()
                        .collect(Collectors.toMap(GrantBalance::id, Function.identity())));
        return transfer.parts().stream().map(part -> inWords(part, grants));
    }

    private static String inWords(Part part, Map<TransferId, GrantBalance> grants) {
        var grant = grants.get(part.grant());
        var source = grant == null ? "a grant" : "the " + grant.grant().source().label();
        return "    " + part.credits() + " of them of " + source + " " + part.grant();
    }
}
