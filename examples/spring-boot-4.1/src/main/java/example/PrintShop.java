package example;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.persistence.JpaStore;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sells prints for credits: its own entity and our ledger change in one transaction. */
@Service
public class PrintShop {

    private final EntityManager entities;

    PrintShop(EntityManager entities) {
        this.entities = entities;
    }

    // snippet: host-spring
    /** The print is ordered and its credits are held; neither, if they are not enough. */
    @Transactional
    public void order(CustomerId customer, UUID print, int pages) {
        entities.persist(new Print(print, pages));
        var makegood = Makegood.on(JpaStore.joining(entities)).open();
        if (!(makegood.ledger().hold(TransferId.of("hold", print), customer, new Credits(pages),
                new Subject("print", print)) instanceof Posting.Posted)) {
            throw new IllegalStateException("not enough credits"); // rolls both back
        }
    }
    // end

    /** It was printed: the customer pays what it took. */
    @Transactional
    public void finish(CustomerId customer, UUID print, int pages) {
        entities.find(Print.class, print).printed(pages);
        var makegood = Makegood.on(JpaStore.joining(entities)).open();
        if (!(makegood.ledger().capture(TransferId.of("capture", print), customer,
                TransferId.of("hold", print), new Credits(pages)) instanceof Posting.Posted)) {
            throw new IllegalStateException("nothing is held for " + print);
        }
    }
}
