package dev.makegood.stripe;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.StripeException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator once that Stripe rejects our key, and again only after it has accepted it. */
final class StripeKeyAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(StripeKeyAlarm.class);

    private final Consumer<String> operator;
    private final AtomicBoolean keyIsRejected = new AtomicBoolean();

    StripeKeyAlarm() {
        this(LOG::error);
    }

    StripeKeyAlarm(Consumer<String> operator) {
        this.operator = operator;
    }

    <T> T execute(StripeResult.StripeCall<T> call) throws StripeException {
        try {
            var result = call.execute();
            keyIsRejected.set(false);
            return result;
        } catch (AuthenticationException e) {
            if (keyIsRejected.compareAndSet(false, true)) {
                operator.accept(describe(e)
                        + "; payments wait until it is accepted. Check STRIPE_SECRET_KEY");
            }
            throw e;
        }
    }

    /** Without Stripe's own words, which may hold a part of the key. */
    static String describe(AuthenticationException e) {
        return "Stripe rejects our key: status " + e.getStatusCode()
                + ", request " + e.getRequestId();
    }
}
