package dev.makegood.pipelines;

import dev.makegood.httpclient.ApiResult;
import dev.makegood.httpclient.ApiResult.JsonResponse;
import dev.makegood.httpclient.ApiResult.NotSent;
import dev.makegood.httpclient.ApiResult.OutcomeUnknown;
import dev.makegood.httpclient.Credential;
import dev.makegood.httpclient.ErrorText;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The reason a service gave for a refusal, in any of the shapes of FastAPI and Prefect. */
final class PipelineErrorText {

    private static final int CHARACTERS_MAX = 500;

    private PipelineErrorText() {}

    /** One line that is fit to be shown. */
    static String of(ApiResult result, Credential credential) {
        return switch (result) {
            case JsonResponse response -> of(response, credential);
            case NotSent notSent -> notSent.why();
            case OutcomeUnknown unknown -> unknown.why();
        };
    }

    private static String of(JsonResponse response, Credential credential) {
        var text = ErrorText.of(textIn(response.body()), credential::redact, CHARACTERS_MAX);
        return text.isEmpty() ? "status " + response.status() : text;
    }

    private static String textIn(JsonNode body) {
        if (body.path("detail").isArray()) {
            return validationErrors(body.path("detail"));
        }
        if (body.path("exception_detail").isArray()) {
            return validationErrors(body.path("exception_detail"));
        }
        return body.path("detail").stringValue(body.path("exception_message").stringValue(""));
    }

    private static String validationErrors(JsonNode list) {
        return list.values()
                .stream()
                .map(PipelineErrorText::validationError)
                .collect(Collectors.joining("; "));
    }

    private static String validationError(JsonNode error) {
        var location = error.path("loc")
                .values()
                .stream()
                .map(part -> part.asString(""))
                .collect(Collectors.joining("."));
        return location + ": " + error.path("msg").stringValue("");
    }
}
