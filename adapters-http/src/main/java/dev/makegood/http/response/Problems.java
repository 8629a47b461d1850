package dev.makegood.http.response;

import static java.util.stream.Collectors.joining;

import dev.makegood.access.Role;
import dev.makegood.customer.Identity;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.http.response.Problem.FieldError;
import dev.makegood.http.response.view.PaymentViews.MoneyView;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Wallet;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.Project;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Every problem we answer with: its status, its code and its words, in one place. */
public final class Problems {

    public static final int BODY_BYTES_MAX = 256 * 1024;

    private static final String RETRY_AFTER = "Retry-After";
    private static final String REFUNDABLE = "refundable";
    private static final Duration PROVIDER_RETRY_AFTER = Duration.ofSeconds(30);
    private static final Duration UNAVAILABLE_RETRY_AFTER = Duration.ofSeconds(1);

    private Problems() {}

    public static Problem invalidRequest(String field, String problem) {
        return invalidRequest(List.of(new FieldError(field, problem)));
    }

    public static Problem invalidRequest(List<FieldError> fieldErrors) {
        var detail = fieldErrors.stream().map(f -> f.field() + " " + f.problem()).limit(3).toList();
        return malformedRequest(String.join("; ", detail)).withErrors(fieldErrors);
    }

    /** It has no fields that could be named. */
    public static Problem malformedRequest(String detail) {
        return Problem.of(400, "invalid_request", "Invalid request", detail);
    }

    public static Problem missingKey() {
        return unauthenticated("the key is missing; send one");
    }

    public static Problem invalidKey() {
        return unauthenticated("the key is invalid or revoked; send a valid one");
    }

    private static Problem unauthenticated(String detail) {
        return Problem.of(401, "unauthenticated", "No valid key",
                detail + " as Authorization: Bearer mg_…")
                .withHeader("WWW-Authenticate", "Bearer");
    }

    /** The roles of the key, and those that would be accepted. */
    public static Problem forbidden(Set<Role> held, String route, Set<Role> needed) {
        return forbidden("this key has the " + roles(held, " and ") + "; " + route + " needs the "
                + roles(needed, " or "));
    }

    private static Problem forbidden(String detail) {
        return Problem.of(403, "forbidden", "Not allowed", detail);
    }

    private static String roles(Set<Role> roles, String separator) {
        var labels = roles.stream().sorted().map(Role::label).collect(joining(separator));
        return (roles.size() == 1 || separator.equals(" or ") ? "role " : "roles ") + labels;
    }

    public static Problem insufficientCredits(Credits required, Credits available, Credits held) {
        var shortfall = required.minus(available);
        return Problem.of(402, "insufficient_credits", "Not enough credits",
                "it costs " + required + " credits; " + available + " are available, " + held
                        + " held: " + shortfall + " are missing")
                .withExtension("required", required.amount())
                .withExtension("available", available.amount())
                .withExtension("held", held.amount())
                .withExtension("shortfall", shortfall.amount());
    }

    public static Problem debtOutstanding(Credits debt) {
        return Problem.of(402, "debt_outstanding", "Debt outstanding",
                "a debt of " + debt + " credits comes first")
                .withExtension("debt", debt.amount());
    }

    /** Absent, or another customer's: the response does not tell which. */
    public static Problem notFound(String resource) {
        return Problem.of(404, "not_found", "Not found", "there is no such " + resource);
    }

    /** A grant may create its customer, if it says so: a misspelt identity must not become one. */
    public static Problem unknownCustomer(Identity identity) {
        return Problem.of(404, "not_found", "Not found", "there is no customer " + identity
                + "; to create this customer with the grant, add \"new\": true");
    }

    public static Problem noSuchRoute() {
        return notFound("path");
    }

    private static Problem methodNotAllowed() {
        return Problem.of(405, "method_not_allowed", "Method not allowed",
                "this path exists, but not with this method; see the header Allow");
    }

    public static Problem alreadyFinal(Project project) {
        return ofProject(project, 409, "already_final", "Already final",
                "the project is " + project.status().label() + ", and that is final");
    }

    /** The report contradicts what is recorded; it is kept as an event and changes nothing. */
    public static Problem contradictedReport(Project project, String why) {
        return ofProject(project, 409, "already_final", "The report contradicts the project", why);
    }

    public static Problem notCaptured() {
        return Problem.of(409, "not_captured", "Nothing captured yet",
                "the project is not final: cancel it or fail it instead");
    }

    public static Problem notPaid() {
        return Problem.of(409, "not_captured", "Not refundable",
                "the payment has not succeeded, so it cannot be refunded here");
    }

    public static Problem calculationInUse(Hostname hostname) {
        return Problem.of(409, "in_use", "Still in use",
                "a generation of " + hostname + " was paid at these prices");
    }

    public static Problem cannotCancel(Project project, String why) {
        return ofProject(project, 409, "cannot_cancel", "Cannot be cancelled", why);
    }

    public static Problem projectInUse(Project project, String why) {
        return ofProject(project, 409, "in_use", "Still in use", why);
    }

    private static Problem ofProject(
            Project project, int status, String code, String title, String detail) {
        return Problem.of(status, code, title, detail)
                .withExtension("projectId", project.id().toString())
                .withExtension("projectStatus", project.status().label());
    }

    public static Problem inProgress(Duration retryAfter) {
        return Problem.of(409, "in_progress", "Still in progress",
                "the first request with this Idempotency-Key is not answered yet;"
                        + " send it again after the seconds in Retry-After")
                .withHeader(RETRY_AFTER, seconds(retryAfter));
    }

    public static Problem idempotencyMismatch() {
        return Problem.of(422, "idempotency_mismatch", "Idempotency key used before",
                "this Idempotency-Key belongs to a different request; send another key");
    }

    public static Problem refundExceedsCapture(Credits refundable) {
        return Problem.of(422, "refund_exceeds_capture", "More than is left",
                "at most " + refundable + " credits are left to refund")
                .withExtension(REFUNDABLE, refundable.amount());
    }

    public static Problem cannotAccept(String why) {
        return Problem.of(409, "cannot_accept", "Cannot be accepted",
                "the payment cannot be accepted: " + why);
    }

    public static Problem paidWithMoney(UUID payment) {
        return Problem.of(422, "refund_exceeds_capture", "Paid with money",
                "no credits were spent on it; leave credits out, or refund the payment " + payment)
                .withExtension(REFUNDABLE, 0);
    }

    public static Problem refundExceedsPayment(Money refundable) {
        return Problem.of(422, "refund_exceeds_payment", "More than is left",
                "at most " + refundable + " is left to refund")
                .withExtension(REFUNDABLE, MoneyView.of(refundable));
    }

    public static Problem refundInAnotherCurrency(Money requested, Money refundable) {
        return Problem.of(422, "refund_exceeds_payment", "Another currency",
                "the payment is in " + refundable.currency() + ", not " + requested.currency())
                .withExtension(REFUNDABLE, MoneyView.of(refundable));
    }

    /** A wallet has a limit; the customer spends some of it first. */
    public static Problem creditsExceedWallet(Credits room) {
        return Problem.of(422, "credits_exceed_wallet", "More than the wallet can have",
                "a wallet has at most " + Wallet.CREDITS_MAX + " credits; at most " + room
                        + " more fit this one")
                .withExtension("room", room.amount());
    }

    public static Problem adjustmentExceedsAvailable(Credits available, Credits held) {
        return Problem.of(422, "adjustment_exceeds_available", "More than is available",
                "at most " + available + " credits can be taken; " + held + " more are held")
                .withExtension("available", available.amount())
                .withExtension("held", held.amount());
    }

    public static Problem tooLarge() {
        return Problem.of(413, "too_large", "Too large",
                "a body may have at most " + BODY_BYTES_MAX + " bytes");
    }

    public static Problem rateLimited(Duration retryAfter) {
        return Problem.of(429, "rate_limited", "Too many requests",
                "the rate limit is reached; send it again after the seconds in Retry-After")
                .withHeader(RETRY_AFTER, seconds(retryAfter));
    }

    /** The pipeline rejected it: the project exists and failed, and its credits were released. */
    public static Problem providerRefused(Project project, String why) {
        return ofProject(project, 502, "provider_refused", "The pipeline refused it", why)
                .withExtension("creditsRefunded", project.creditsRefunded().amount());
    }

    /** The gateway declined it: the payment exists and failed, nothing was paid. */
    public static Problem paymentRefused(Payment payment, String why) {
        return paymentRefused(why)
                .withExtension("paymentId", payment.id().toString())
                .withExtension("gateway", payment.details().gateway());
    }

    /** The gateway declined it: the request still awaits payment, and may be sent again. */
    public static Problem paymentRefused(GenerationRequest request, String why) {
        return paymentRefused(why)
                .withExtension("generationRequestId", request.id().toString());
    }

    private static Problem paymentRefused(String why) {
        return Problem.of(502, "provider_refused", "The gateway refused the payment", why);
    }

    /** A gateway cannot be used now; what its client sent should be sent again. */
    public static Problem providerUnavailable(String detail) {
        return Problem.of(503, "provider_unavailable", "Gateway or pipeline unavailable", detail)
                .withHeader(RETRY_AFTER, seconds(PROVIDER_RETRY_AFTER));
    }

    /** An error of ours; our log has more, with the id of the request. */
    public static Problem internal() {
        return Problem.of(500, "internal", "Internal error",
                "an error on our side; please report it with the X-Request-Id of this response");
    }

    /** The database is unavailable, or the server is full, has more to do than it can, or is stopping. */
    public static Problem unavailable() {
        return Problem.of(503, "unavailable", "Temporarily unavailable",
                "send it again after the seconds in Retry-After")
                .withHeader(RETRY_AFTER, seconds(UNAVAILABLE_RETRY_AFTER));
    }

    /** What Jetty or Javalin refused, by its status. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> missingKey();
            case 403 -> forbidden("this request is not accepted");
            case 404 -> noSuchRoute();
            case 405 -> methodNotAllowed();
            case 413 -> tooLarge();
            case 429 -> rateLimited(Duration.ofSeconds(1));
            case 503 -> unavailable();
            case 501, 505 -> malformedRequest("this HTTP version or method is not supported");
            default -> status < 500 ? malformedRequest("the request is not valid HTTP")
                    : internal();
        };
    }

    private static String seconds(Duration retryAfter) {
        return Long.toString(Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }
}
