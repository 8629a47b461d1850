package dev.makegood.yookassa;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator once that they reject our key, and again only after they have accepted it. */
final class YooKassaKeyAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(YooKassaKeyAlarm.class);

    private final Consumer<String> operator;
    private final AtomicBoolean keyIsRejected = new AtomicBoolean();

    YooKassaKeyAlarm() {
        this(LOG::error);
    }

    YooKassaKeyAlarm(Consumer<String> operator) {
        this.operator = operator;
    }

    /** What the response says, after a check whether our key was accepted. */
    YooKassaResult toResult(YooKassaResponse response) {
        if (!response.rejectsOurKey()) {
            keyIsRejected.set(false);
        } else if (keyIsRejected.compareAndSet(false, true)) {
            operator.accept(
                    "YooKassa rejects the calls of " + response.credentials() + ": "
                            + response.describe()
                            + "; payments wait until they are accepted."
                            + " Check YOOKASSA_SHOP_ID and YOOKASSA_SECRET_KEY");
        }
        return response.toResult();
    }
}
