package dev.makegood.stripe;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What came of a call to Stripe. */
sealed interface Said<T> {

    /** An object. */
    record Got<T>(T object) implements Said<T> {}

    /** A definite no: nothing happened and nothing will; {@code unknown} if it knows no such object. */
    record Refused<T>(String why, boolean unknown) implements Said<T> {}

    /** Nobody knows what happened; {@code kept} if it will be told the same for a day under this key. */
    record Unclear<T>(String why, boolean kept) implements Said<T> {}

    /** A call to Stripe's library. */
    interface Call<T> {
        T on() throws StripeException;
    }

    /**
     * Makes a call.
     *
     * <p>A key of ours that is wrong or may not do this decides nothing: it is asked again, with a better one.
     *
     * @param blot takes our secrets out of a text
     */
    static <T> Said<T> by(Call<T> call, UnaryOperator<String> blot) {
        try {
            return new Got<>(call.on());
        } catch (AuthenticationException e) {
            return new Unclear<>(Admission.inWords(e), false);
        } catch (IdempotencyException e) {
            // An earlier call under this key asked for something else, and may have got it.
            return new Unclear<>(Reason.of(e, blot), false);
        } catch (InvalidRequestException | CardException e) {
            return new Refused<>(Reason.of(e, blot), e.getStatusCode() == 404);
        } catch (StripeException e) {
            return new Unclear<>(Reason.of(e, blot), Reason.isKept(e));
        }
    }

    /** What comes of it next, if an object was got. */
    default <R> Said<R> then(Function<T, Said<R>> next) {
        return switch (this) {
            case Got<T> got -> next.apply(got.object());
            case Refused<T> refused -> new Refused<>(refused.why(), refused.unknown());
            case Unclear<T> unclear -> new Unclear<>(unclear.why(), unclear.kept());
        };
    }

    default <R> Said<R> map(Function<T, R> change) {
        return then(object -> new Got<>(change.apply(object)));
    }
}
