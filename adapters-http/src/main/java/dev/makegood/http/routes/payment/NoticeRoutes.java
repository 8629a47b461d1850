package dev.makegood.http.routes.payment;

import dev.makegood.http.limits.RateLimits;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.server.CheckoutConfig;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.payment.NoticeAnswer;
import dev.makegood.payment.NoticeReader.InvalidSignature;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.NoticeReader.Unverified;
import dev.makegood.payment.NoticeReader.Verified;
import dev.makegood.payment.Payments;
import java.util.List;
import java.util.Map;

/**
 * Notices of gateways: applied when verified, answered when their effect is committed.
 *
 * <p>What a repeat would not change is answered with 200, or the gateway would send it for days; what should come
 * again is answered with 503.
 */
public final class NoticeRoutes {

    private static final ServerResponse RECEIVED = ServerResponse.ok(Map.of("received", true));

    private final Payments payments;
    private final CheckoutConfig checkout;
    private final RateLimits rateLimits;

    public NoticeRoutes(HttpDependencies dependencies, RateLimits rateLimits) {
        this.payments = dependencies.makegood().payments();
        this.checkout = dependencies.checkout();
        this.rateLimits = rateLimits;
    }

    public List<Route> all() {
        return List.of(
                Route.notice("/api/stripe/webhook", request -> receive("stripe", request)),
                Route.notice("/api/yookassa/webhook", request -> receive("yookassa", request)));
    }

    private ServerResponse receive(String gateway, ServerRequest request) {
        var reader = checkout.noticeReader(gateway);
        if (reader.isEmpty()) {
            var unused = rateLimits.acquireForAddress(request.clientAddress());
            return Problems.noSuchRoute().response();
        }
        return switch (reader.get()
                .read(request.bodyBytes(), request.headers(), request.clientAddress())) {
            case Verified notice -> recordNotice(notice);
            case Irrelevant irrelevant -> RECEIVED;
            case InvalidSignature invalidSignature ->
                    refuseInvalidSignature(gateway, invalidSignature, request);
            case Unverified unverified ->
                    Problems.providerUnavailable(unverified.why()).response();
        };
    }

    private ServerResponse recordNotice(Verified notice) {
        return switch (payments.accept(notice)) {
            case NoticeAnswer.NoticeApplied now -> RECEIVED;
            case NoticeAnswer.NoticeAlreadyApplied before -> RECEIVED;
            case NoticeAnswer.NoticeUnmatched noticeUnmatched -> RECEIVED;
        };
    }

    /** Counts against the limit of its address before the event is written: else anyone could fill the events. */
    private ServerResponse refuseInvalidSignature(
            String gateway, InvalidSignature invalid, ServerRequest request) {
        var unused = rateLimits.acquireForAddress(request.clientAddress());
        payments.recordInvalidSignature(gateway, invalid.why());
        return Problems.malformedRequest("the notice has an invalid signature: " + invalid.why())
                .response();
    }
}
