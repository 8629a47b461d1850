package dev.makegood.stripe;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.StripeException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way in: tells the operator once that Stripe refuses our key, and again only after it did not. */
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

    <T> T through(Said.Call<T> call) throws StripeException {
        try {
            var got = call.on();
            shut.set(false);
            return got;
        } catch (AuthenticationException e) {
            if (shut.compareAndSet(false, true)) {
                operator.accept(inWords(e) + "; payments wait until it does");
            }
            throw e;
        }
    }

    /** Stripe's own words may hold a part of the key. */
    static String inWords(AuthenticationException e) {
        return "Stripe does not let us do this with our key: status " + e.getStatusCode()
                + ", request " + e.getRequestId();
    }
}
