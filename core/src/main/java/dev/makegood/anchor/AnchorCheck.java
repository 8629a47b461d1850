package dev.makegood.anchor;

import dev.makegood.audit.Archive;
import dev.makegood.audit.Archive.CustomerHeads;
import dev.makegood.audit.Archive.CustomerRecords;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.RecordedEvent;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
import dev.makegood.ledger.Transfer;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** I17: the books of each anchored customer are there, and continue what was anchored. */
final class AnchorCheck {

    private final Archive archive;
    private final Consumer<? super Violation> consumer;
    private long customers;
    private long gone;

    AnchorCheck(Archive archive, Consumer<? super Violation> consumer) {
        this.archive = archive;
        this.consumer = consumer;
    }

    /** {@code now} is this customer's, or another's if there is none of this one any more. */
    void compare(CustomerHeads anchored, @Nullable CustomerHeads now) {
        customers++;
        if (now == null || !now.customer().equals(anchored.customer())) {
            gone++;
            report(anchored.customer(), "the customer was anchored with "
                    + anchored.transfers().sequence() + " transfers and "
                    + anchored.events().sequence() + " events, and is gone");
        } else if (!now.equals(anchored)) {
            compare(anchored);
        }
    }

    /** As far as it was anchored. */
    void compare(CustomerHeads anchored) {
        var unused = archive.read(anchored.customer(), records -> compare(anchored, records));
    }

    private CustomerHeads compare(CustomerHeads anchored, CustomerRecords records) {
        var owner = anchored.customer();
        compare(owner, "transfer", anchored.transfers(), hashOfTransfer(anchored, records));
        if (records.baseSequence() > anchored.events().sequence()) {
            report(owner, "events were cut by a closing, event " + records.baseSequence()
                    + ", that is younger than this anchor: only one taken after it can tell whether"
                    + " what was kept is right");
        } else {
            compare(owner, "event", anchored.events(), hashOfEvent(anchored, records));
        }
        return anchored;
    }

    private static Optional<Hash> hashOfTransfer(CustomerHeads anchored, CustomerRecords records) {
        return records.transfers(anchored.transfers().sequence() - 1, 1)
                .stream()
                .filter(transfer -> transfer.sequence() == anchored.transfers().sequence())
                .map(Transfer::hash)
                .findFirst();
    }

    private static Optional<Hash> hashOfEvent(CustomerHeads anchored, CustomerRecords records) {
        return records.events(anchored.events().sequence() - 1, 1)
                .stream()
                .filter(event -> event.sequence() == anchored.events().sequence())
                .map(RecordedEvent::hash)
                .findFirst();
    }

    private void compare(CustomerId owner, String what, ChainHead anchored, Optional<Hash> now) {
        if (anchored.sequence() == 0) {
            return;
        }
        if (now.isEmpty()) {
            report(owner, what + " " + anchored.sequence()
                    + " was anchored and is gone: the end of the books was cut off");
        } else if (!now.get().equals(anchored.hash())) {
            report(owner, what + " " + anchored.sequence()
                    + " is not the one that was anchored: the books were written anew");
        }
    }

    private void report(CustomerId owner, String description) {
        consumer.accept(new Violation(owner, "I17", description));
    }

    void finish() {
        if (customers > 0 && gone == customers) {
            report(CustomerId.SYSTEM_ACCOUNT, "none of the " + customers
                    + " anchored customers is here: this is an anchor of other books");
        }
    }
}
