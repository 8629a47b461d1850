package dev.makegood.http;

import dev.makegood.generation.GenerationRequest;
import dev.makegood.http.PaymentViews.MoneyView;
import dev.makegood.http.Problem.Flaw;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.Project;
import java.time.Duration;
import java.util.List;

/** Every reason we refuse something for, with its status and its code: the table of errors, in one place. */
final class Problems {

    private Problems() {}

    static Problem invalid(String field, String problem) {
        return invalid(List.of(new Flaw(field, problem)));
    }

    static Problem invalid(List<Flaw> flaws) {
        var detail = flaws.stream().map(f -> f.field() + " " + f.problem()).limit(3).toList();
        return malformed(String.join("; ", detail)).because(flaws);
    }

    /** Not even a request. */
    static Problem malformed(String detail) {
        return Problem.of(400, "invalid_request", "The request makes no sense", detail);
    }

    static Reply unauthenticated() {
        return Problem.of(401, "unauthenticated", "Nobody we know",
                "send a valid key as Authorization: Bearer mg_…")
                .reply()
                .with("WWW-Authenticate", "Bearer");
    }

    static Problem forbidden() {
        return Problem.of(403, "forbidden", "Not allowed", "this key is for something else");
    }

    static Problem shortOf(Credits required, Credits available, Credits held) {
        var shortfall = required.minus(available);
        return Problem.of(402, "insufficient_credits", "Not enough credits",
                "it costs " + required + " credits, " + shortfall + " more than there are")
                .with("required", required.amount())
                .with("available", available.amount())
                .with("held", held.amount())
                .with("shortfall", shortfall.amount());
    }

    static Problem inDebt(Credits debt) {
        return Problem.of(402, "debt_outstanding", "Credits are owed",
                debt + " credits are owed and come first").with("debt", debt.amount());
    }

    /** Not there, or somebody else's: nobody learns which. */
    static Problem notFound(String what) {
        return Problem.of(404, "not_found", "Not found", "there is no such " + what);
    }

    static Problem noSuchRoute() {
        return notFound("path");
    }

    static Problem wrongMethod() {
        return Problem.of(405, "method_not_allowed", "Not with this method",
                "the path is right, the method is not");
    }

    static Problem alreadyFinal(Project project) {
        return about(project, 409, "already_final", "It ended before",
                "the project is " + project.status().label());
    }

    /** The report says the opposite of what we know; it is kept, and changes nothing. */
    static Problem contradicted(Project project, String why) {
        return about(project, 409, "already_final", "It contradicts what we know", why);
    }

    static Problem notCaptured() {
        return Problem.of(409, "not_captured", "Not charged yet",
                "it still runs: cancel it, or let it fail");
    }

    static Problem notPaid() {
        return Problem.of(409, "not_captured", "Not paid yet",
                "nothing was paid, so nothing can be given back");
    }

    static Problem paidFor(Hostname hostname) {
        return Problem.of(409, "in_use", "Somebody paid for it",
                "a generation of " + hostname + " was paid by these prices");
    }

    static Problem cannotCancel(Project project, String why) {
        return about(project, 409, "cannot_cancel", "It cannot be cancelled", why);
    }

    static Problem stillAtWork(Project project, String why) {
        return about(project, 409, "in_use", "It may still be running", why);
    }

    private static Problem about(
            Project project, int status, String code, String title, String detail) {
        return Problem.of(status, code, title, detail)
                .with("projectId", project.id().toString())
                .with("projectStatus", project.status().label());
    }

    static Reply inProgress(Duration retryAfter) {
        return later(Problem.of(409, "in_progress", "It still runs",
                "the same request with the same key has not been answered yet"), retryAfter);
    }

    static Problem mismatch() {
        return Problem.of(422, "idempotency_mismatch", "The key was used before",
                "this Idempotency-Key belongs to another request");
    }

    static Problem exceedsCapture(Credits left) {
        return Problem.of(422, "refund_exceeds_capture", "More than was captured",
                left + " credits are left to give back").with("left", left.amount());
    }

    static Problem exceedsPayment(Money left) {
        return Problem.of(422, "refund_exceeds_payment", "More than was paid",
                left + " are left to give back").with("left", MoneyView.of(left));
    }

    static Problem exceedsAvailable(Credits available, Credits held) {
        return Problem.of(422, "adjustment_exceeds_available", "More than there is",
                available + " credits are available")
                .with("available", available.amount())
                .with("held", held.amount());
    }

    static Problem tooLarge(int bytesMax) {
        return Problem.of(413, "too_large", "Too large",
                "a body has at most " + bytesMax + " bytes");
    }

    static Reply tooMany(Duration retryAfter) {
        return later(Problem.of(429, "rate_limited", "Too many requests", "ask again later"),
                retryAfter);
    }

    /** The pipeline said no: the project exists, failed, and its credits are back. */
    static Problem providerRefused(Project project, String why) {
        return about(project, 502, "provider_refused", "It was refused", why)
                .with("creditsRefunded", project.creditsRefunded().amount());
    }

    /** The gateway said no: the payment exists and failed, nothing was paid. */
    static Problem paymentRefused(Payment payment, String why) {
        return Problem.of(502, "provider_refused", "The payment was refused", why)
                .with("paymentId", payment.id().toString())
                .with("gateway", payment.bill().gateway());
    }

    /** The gateway said no: the request waits, and can be wished for again. */
    static Problem paymentRefused(GenerationRequest request, String why) {
        return Problem.of(502, "provider_refused", "The payment was refused", why)
                .with("generationRequestId", request.id().toString());
    }

    /** Somebody outside could not be asked now; what they sent should come again. */
    static Reply providerUnavailable(String detail) {
        return later(
                Problem.of(503, "provider_unavailable", "Nobody to ask for the moment", detail),
                Duration.ofSeconds(30));
    }

    /** Something of ours broke; what, stands in our log beside the id of the request. */
    static Problem internal() {
        return Problem.of(500, "internal", "Something broke",
                "it is our fault; tell us the X-Request-Id of this answer");
    }

    /** We cannot work for the moment: the storage is away, we are full, or we are stopping. */
    static Reply unavailable() {
        return later(Problem.of(503, "unavailable", "Not for the moment", "ask again soon"),
                Duration.ofSeconds(1));
    }

    /** What a server below us found wrong, in our words. */
    static Reply ofStatus(int status) {
        return switch (status) {
            case 401 -> unauthenticated();
            case 403 -> forbidden().reply();
            case 404 -> noSuchRoute().reply();
            case 405 -> wrongMethod().reply();
            case 413 -> tooLarge(Bodies.BYTES_MAX).reply();
            case 429 -> tooMany(Duration.ofSeconds(1));
            case 503 -> unavailable();
            case 501, 505 -> malformed("this is not the HTTP we speak").reply();
            default -> status < 500 ? malformed("this is not a request we can read").reply()
                    : internal().reply();
        };
    }

    private static Reply later(Problem problem, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return problem.reply().with("Retry-After", Long.toString(seconds));
    }
}
