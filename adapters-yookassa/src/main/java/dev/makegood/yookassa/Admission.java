package dev.makegood.yookassa;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way in: tells the operator once that they refuse our shop, and again only after they did not. */
final class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final Consumer<String> operator;
    private final AtomicBoolean shut = new AtomicBoolean();

    Admission() {
        this(LOG::error);
    }

    Admission(Consumer<String> operator) {
        this.operator = operator;
    }

    /** What the reply says, after a look at whether it let us in. */
    Heard through(Reply reply) {
        if (!reply.refusesUs()) {
            shut.set(false);
        } else if (shut.compareAndSet(false, true)) {
            operator.accept("YooKassa does not accept " + reply.shop() + " and what it sends: "
                    + reply.inWords() + "; payments wait until it does");
        }
        return reply.heard();
    }
}
