package dev.makegood.yookassa.fake;

import dev.makegood.httpclient.testing.FaultyResponses;
import dev.makegood.httpclient.testing.FaultyServer;
import io.javalin.http.Context;
import java.util.function.Function;

/** The server under the fake, and what each fault makes of a call. */
public final class FakeYooKassaServer extends FaultyServer<YooKassaFault, FakeYooKassaResponse> {

    private static final String ANOTHER_ID = "00000000-000f-5000-8000-00000000dead";
    private static final int FLOOD_BYTES = 5_000_000;
    private static final FakeYooKassaResponse BROKEN =
            FakeYooKassaResponse.error(500, "internal_server_error", "Internal server error", "");
    private static final FakeYooKassaResponse TOO_MANY =
            FakeYooKassaResponse.error(429, "too_many_requests", "Too many requests", "");
    private static final FakeYooKassaResponse REFUSED =
            FakeYooKassaResponse.invalid("Payment method is not available", "payment_method_data");
    private static final FakeYooKassaResponse FORBIDDEN =
            FakeYooKassaResponse.error(403, "forbidden", "The key may not do this", "");

    FakeYooKassaServer() {
        super(YooKassaFault.NONE);
    }

    @Override
    protected void respond(
            Context context, YooKassaFault fault, Function<Context, FakeYooKassaResponse> work) {
        switch (fault) {
            case CUT_BEFORE -> FaultyResponses.closeConnection(context);
            case BROKEN_BEFORE -> write(context, BROKEN);
            case TOO_MANY -> write(context, TOO_MANY);
            case REFUSE -> write(context, REFUSED);
            case UNAUTHORIZED -> write(context, FakeYooKassaRoutes.UNAUTHORIZED);
            case FORBIDDEN -> write(context, FORBIDDEN);
            case WALL -> FaultyResponses.writeHtml(context, 403);
            case REDIRECT -> FaultyResponses.redirect(context);
            case NONE, LOSE_ANSWER, ANSWER_TOO_LATE, BROKEN_AFTER, PROCESSING, BAD_GATEWAY, GARBAGE,
                    CUT_SHORT, FLOOD, NO_ID, WRONG_ID, NO_CONFIRMATION ->
                    respondAfter(context, fault, work.apply(context));
        }
    }

    /** The work was done, and the response to it meets the fault. */
    private void respondAfter(Context context, YooKassaFault fault, FakeYooKassaResponse done) {
        switch (fault) {
            case LOSE_ANSWER -> FaultyResponses.closeConnection(context);
            case BROKEN_AFTER -> write(context, BROKEN);
            case PROCESSING -> write(context, FakeYooKassaResponse.processing());
            case BAD_GATEWAY -> FaultyResponses.writeHtml(context, 502);
            case GARBAGE -> FaultyResponses.writeHtml(context, 200);
            case CUT_SHORT -> FaultyResponses.writeHalf(context, done.status(), done.bytes());
            case FLOOD -> FaultyResponses.writeAfterBlanks(context, done.status(), done.bytes(),
                    FLOOD_BYTES);
            case NO_ID -> write(context, done.without("id"));
            case WRONG_ID -> write(context, done.with("id", ANOTHER_ID));
            case NO_CONFIRMATION -> write(context, done.without("confirmation"));
            case ANSWER_TOO_LATE -> {
                delay();
                write(context, done);
            }
            default -> write(context, done);
        }
    }

    private static void write(Context context, FakeYooKassaResponse response) {
        FaultyResponses.writeJson(context, response.status(), response.bytes());
    }
}
