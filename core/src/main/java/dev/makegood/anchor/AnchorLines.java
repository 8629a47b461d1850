package dev.makegood.anchor;

import dev.makegood.audit.Archive.CustomerHeads;
import dev.makegood.customer.CustomerId;
import dev.makegood.hash.ChainHead;
import dev.makegood.hash.Hash;
import java.time.Instant;
import java.util.UUID;

/**
 * The lines of an anchor: its name and moment, one for each customer in the order of their ids
 * (customer, number and hash of the newest transfer, number and hash of the newest event), and the
 * root over all of them with the number of customers.
 *
 * <p>The root is a chain over the lines, {@code sha256} of length-prefixed {@code ma1}, the root so
 * far and the line; the first follows 32 zero bytes.
 */
final class AnchorLines {

    static final String NAME = "makegood-anchor-1";
    static final String ROOT = "root";

    private static final String FORMAT = "ma1";
    private static final int FIELDS = 5;

    private AnchorLines() {}

    static String header(Instant at) {
        return NAME + " " + at;
    }

    static String customer(CustomerHeads heads) {
        return heads.customer() + " " + text(heads.transfers()) + " " + text(heads.events());
    }

    private static String text(ChainHead head) {
        return head.sequence() + " " + head.hash();
    }

    static String root(Hash root, long customers) {
        return ROOT + " " + root + " " + customers;
    }

    static Hash next(Hash root, String line) {
        return Hash.ofFields(FORMAT, root, line);
    }

    static CustomerHeads read(String line, long number) {
        var fields = line.split(" ", -1);
        try {
            if (fields.length == FIELDS) {
                return new CustomerHeads(new CustomerId(UUID.fromString(fields[0])),
                        new ChainHead(Long.parseLong(fields[1]), new Hash(fields[2])),
                        new ChainHead(Long.parseLong(fields[3]), new Hash(fields[4])));
            }
        } catch (IllegalArgumentException e) {
            throw damaged(number, line);
        }
        throw damaged(number, line);
    }

    private static InvalidAnchorException damaged(long number, String line) {
        return new InvalidAnchorException("the anchor is damaged: line " + number
                + " is not a customer with two numbers and two hashes: " + line);
    }
}
