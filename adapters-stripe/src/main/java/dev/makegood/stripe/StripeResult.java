package dev.makegood.stripe;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What came of a call to Stripe. */
sealed interface StripeResult<T> {

    /** What is said of an answer in another shape. */
    String UNREADABLE = "Stripe's answer has a shape that we cannot read";

    /** The call succeeded. */
    record StripeSuccess<T>(T object) implements StripeResult<T> {}

    /** A definite no: nothing happened and nothing will; {@code notFound} if there is no such object. */
    record StripeRefusal<T>(String why, boolean notFound) implements StripeResult<T> {}

    /** Not known what happened; {@code replayed} if this key gets the same response for a day. */
    record StripeUnknown<T>(String why, boolean replayed) implements StripeResult<T> {}

    /** It answered, in a shape that cannot be read. */
    record StripeUnreadable<T>(String why) implements StripeResult<T> {}

    /** A call to Stripe's library. */
    interface StripeCall<T> {
        T execute() throws StripeException;
    }

    /**
     * Makes a call.
     *
     * <p>A key of ours that is rejected decides nothing: the call is repeated, with a better one.
     *
     * @param redact takes our secrets out of a text
     */
    static <T> StripeResult<T> of(StripeCall<T> call, UnaryOperator<String> redact) {
        try {
            return new StripeSuccess<>(call.execute());
        } catch (AuthenticationException e) {
            return new StripeUnknown<>(StripeKeyAlarm.describe(e), false);
        } catch (IdempotencyException e) {
            // An earlier call under this key was another request, and may have succeeded.
            return new StripeUnknown<>(StripeErrorText.of(e, redact), false);
        } catch (InvalidRequestException | CardException e) {
            return new StripeRefusal<>(StripeErrorText.of(e, redact), e.getStatusCode() == 404);
        } catch (StripeException e) {
            return isSuccess(e) ? new StripeUnreadable<>(UNREADABLE)
                    : new StripeUnknown<>(StripeErrorText.of(e, redact),
                            StripeErrorText.isReplayed(e));
        } catch (RuntimeException e) {
            // Of many kinds: the library throws what it meets while it reads an answer.
            return new StripeUnreadable<>(UNREADABLE + ", " + e.getClass().getSimpleName());
        }
    }

    private static boolean isSuccess(StripeException e) {
        return e.getStatusCode() != null && e.getStatusCode() / 100 == 2;
    }

    /** Continues with the object, if there is one. */
    default <R> StripeResult<R> flatMap(Function<T, StripeResult<R>> next) {
        return switch (this) {
            case StripeSuccess<T> success -> next.apply(success.object());
            case StripeRefusal<T> refusal -> new StripeRefusal<>(refusal.why(), refusal.notFound());
            case StripeUnknown<T> unknown -> new StripeUnknown<>(unknown.why(), unknown.replayed());
            case StripeUnreadable<T> unreadable -> new StripeUnreadable<>(unreadable.why());
        };
    }

    default <R> StripeResult<R> map(Function<T, R> change) {
        return flatMap(object -> new StripeSuccess<>(change.apply(object)));
    }
}
