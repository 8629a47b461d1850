package dev.makegood.pipelines;

import dev.makegood.httpclient.testing.FaultyResponses;
import dev.makegood.httpclient.testing.FaultyServer;
import io.javalin.http.Context;
import java.util.function.Function;

/** The server under a fake pipeline, and what each fault makes of a call. */
public final class FakePipelineServer extends FaultyServer<PipelineFault, FakePipelineResponse> {

    private static final String ANOTHER_ID = "00000000-0000-4000-8000-00000000dead";
    private static final int FLOOD_BYTES = 20_000_000;
    private static final FakePipelineResponse UNAUTHORIZED =
            FakePipelineResponse.detail(401, "Invalid token");
    private static final FakePipelineResponse TOO_MANY =
            FakePipelineResponse.detail(429, "Too many requests");
    private static final FakePipelineResponse UNAVAILABLE =
            FakePipelineResponse.of(503, "{\"exception_message\":\"Service Unavailable\"}");

    public FakePipelineServer() {
        super(PipelineFault.NONE);
    }

    @Override
    protected void respond(
            Context context, PipelineFault fault, Function<Context, FakePipelineResponse> work) {
        switch (fault) {
            case CUT_BEFORE -> FaultyResponses.closeConnection(context);
            case SERVER_ERROR -> FaultyResponses.writeHtml(context, 500);
            case UNAVAILABLE -> write(context, UNAVAILABLE);
            case TOO_MANY -> write(context.header("Retry-After", "7"), TOO_MANY);
            case UNAUTHORIZED -> write(context, UNAUTHORIZED);
            case REDIRECT -> FaultyResponses.redirect(context);
            case NONE, LOSE_ANSWER, BAD_GATEWAY, GARBAGE, ANSWER_TOO_LATE, CUT_SHORT, FLOOD, NO_ID,
                    WRONG_ID ->
                    respondAfter(context, fault, work.apply(context));
        }
    }

    /** The work was done, and the response to it meets the fault. */
    private void respondAfter(Context context, PipelineFault fault, FakePipelineResponse done) {
        switch (fault) {
            case LOSE_ANSWER -> FaultyResponses.closeConnection(context);
            case BAD_GATEWAY -> FaultyResponses.writeHtml(context, 502);
            case GARBAGE -> FaultyResponses.writeHtml(context, 200);
            case CUT_SHORT -> FaultyResponses.writeHalf(context, done.status(), done.bytes());
            case FLOOD -> FaultyResponses.writeAfterBlanks(context, done.status(), done.bytes(),
                    FLOOD_BYTES);
            case NO_ID -> write(context, done.without("id"));
            case WRONG_ID -> write(context, done.with("id", ANOTHER_ID));
            case ANSWER_TOO_LATE -> {
                delay();
                write(context, done);
            }
            default -> write(context, done);
        }
    }

    private static void write(Context context, FakePipelineResponse response) {
        FaultyResponses.writeJson(context, response.status(), response.bytes());
    }
}
