package dev.makegood.anchor;

import dev.makegood.audit.Archive;
import dev.makegood.audit.Archive.CustomerHeads;
import dev.makegood.audit.Violation;
import dev.makegood.customer.CustomerId;
import dev.makegood.hash.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The desk where an anchor is taken of all books, and where books are compared with one.
 *
 * <p>The chains prove that nothing in the middle was changed. Who may write to the tables can still
 * cut their ends, compute all of them anew or remove a customer whole: that is found by what was
 * kept elsewhere. Both stream: neither keeps more than a page.
 */
public final class Anchors {

    private static final int CUSTOMERS_PER_PAGE = 500;

    private final Archive archive;

    private Anchors(Archive archive) {
        this.archive = archive;
    }

    public static Anchors of(Archive archive) {
        return new Anchors(archive);
    }

    /** How many customers an anchor has, and the root over its lines. */
    public record AnchorRoot(long customers, Hash root) {}

    /** Hands over the lines of an anchor of the books as they are, and answers its root. */
    public AnchorRoot take(Instant at, Consumer<? super String> lines) {
        var header = AnchorLines.header(at);
        lines.accept(header);
        var root = AnchorLines.next(Hash.NONE, header);
        long customers = 0;
        for (var all = new HeadsIterator(archive); all.hasNext(); customers++) {
            var line = AnchorLines.customer(all.next());
            lines.accept(line);
            root = AnchorLines.next(root, line);
        }
        lines.accept(AnchorLines.root(root, customers));
        return new AnchorRoot(customers, root);
    }

    /**
     * Reads an anchor to its end, and answers its root.
     *
     * @throws InvalidAnchorException if it is none, was damaged, or was cut off
     */
    public static AnchorRoot read(Iterator<String> lines) {
        var header = lines.hasNext() ? lines.next() : "";
        if (!header.startsWith(AnchorLines.NAME + " ")) {
            throw new InvalidAnchorException("this is no anchor: it does not begin with \""
                    + AnchorLines.NAME + "\"");
        }
        var root = AnchorLines.next(Hash.NONE, header);
        long customers = 0;
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.startsWith(AnchorLines.ROOT + " ")) {
                return checked(line, new AnchorRoot(customers, root), lines);
            }
            var unused = AnchorLines.read(line, customers + 2);
            root = AnchorLines.next(root, line);
            customers++;
        }
        throw new InvalidAnchorException(
                "the anchor was cut off: it ends after " + customers
                        + " customers without its root");
    }

    private static AnchorRoot checked(String line, AnchorRoot computed, Iterator<String> rest) {
        if (!line.equals(AnchorLines.root(computed.root(), computed.customers()))) {
            throw new InvalidAnchorException("the anchor is damaged: its lines have the root "
                    + computed.root() + " of " + computed.customers() + " customers, it says "
                    + line);
        }
        if (rest.hasNext()) {
            throw new InvalidAnchorException(
                    "the anchor is damaged: there is something after its root: " + rest.next());
        }
        return computed;
    }

    /**
     * Compares the books with an anchor that {@link #read} has accepted, and hands over what does
     * not continue it. That the books hold by themselves is the audit's part.
     */
    public void compare(Iterator<String> lines, Consumer<? super Violation> consumer) {
        var now = new HeadsIterator(archive);
        var check = new AnchorCheck(archive, consumer);
        customers(lines, anchored -> check.compare(anchored, now.moveTo(anchored.customer())));
        check.finish();
    }

    /** Compares one customer's books with his line of an anchor. */
    public List<Violation> violations(CustomerHeads anchored) {
        var violations = new ArrayList<Violation>();
        new AnchorCheck(archive, violations::add).compare(anchored);
        return violations;
    }

    /** Hands over the customers of an anchor that {@link #read} has accepted, in its order. */
    public static void customers(
            Iterator<String> lines, Consumer<? super CustomerHeads> consumer) {
        lines.next();
        long number = 2;
        for (var line = lines.next(); !line.startsWith(AnchorLines.ROOT + " "); line =
                lines.next()) {
            consumer.accept(AnchorLines.read(line, number++));
        }
    }

    /** All customers' heads, page by page. */
    private static final class HeadsIterator implements Iterator<CustomerHeads> {

        private final Archive archive;
        private Iterator<CustomerHeads> page;
        private @Nullable CustomerHeads last;
        private @Nullable CustomerHeads current;

        HeadsIterator(Archive archive) {
            this.archive = archive;
            this.page = List.copyOf(archive.heads(null, CUSTOMERS_PER_PAGE)).iterator();
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && last != null) {
                page = archive.heads(last.customer(), CUSTOMERS_PER_PAGE).iterator();
                last = null;
            }
            return page.hasNext();
        }

        @Override
        public CustomerHeads next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            var next = page.next();
            last = next;
            return next;
        }

        /** Goes on to this customer; answers another, or null, if he is not there. */
        @Nullable
        CustomerHeads moveTo(CustomerId customer) {
            while ((current == null || isBefore(current.customer(), customer)) && hasNext()) {
                current = next();
            }
            return current;
        }

        private static boolean isBefore(CustomerId one, CustomerId other) {
            return one.toString().compareTo(other.toString()) < 0;
        }
    }
}
