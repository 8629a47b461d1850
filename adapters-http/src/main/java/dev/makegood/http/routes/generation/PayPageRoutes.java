package dev.makegood.http.routes.generation;

import static dev.makegood.http.response.Html.escape;

import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.request.Texts;
import dev.makegood.http.request.body.HostnameRequest;
import dev.makegood.http.response.GenerationProgress;
import dev.makegood.http.response.Html;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import dev.makegood.http.response.view.Generation;
import dev.makegood.http.server.HttpDependencies;
import dev.makegood.http.server.Route;
import dev.makegood.money.Money;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of a generation. Its link is enough to see the hostname, the provider, the price and the progress, and to
 * pay; the page shows nothing of the customer.
 */
public final class PayPageRoutes {

    private static final String REQUEST_ID_PARAMETER = "generationRequestId";
    private static final String PATH = "/pay/{" + REQUEST_ID_PARAMETER + "}";
    private static final int REFRESH_SECONDS = 5;

    private final GenerationRequests generations;
    private final CheckoutPolling checkoutPolling;

    public PayPageRoutes(HttpDependencies dependencies) {
        this.generations = new GenerationRequests(dependencies);
        this.checkoutPolling =
                new CheckoutPolling(dependencies.makegood().payments(), dependencies.clock(),
                        CheckoutPolling.WAIT_MAX);
    }

    public List<Route> all() {
        return List.of(Route.page(HandlerType.GET, PATH, this::show),
                Route.page(HandlerType.POST, PATH, this::retryPayment));
    }

    private ServerResponse show(ServerRequest request) {
        return find(request).map(this::currentPage)
                .orElseGet(() -> Problems.notFound("generation").response());
    }

    /** What the gateway says counts before its notice arrives. */
    private ServerResponse currentPage(Generation generation) {
        var payment = generation.payment();
        if (payment == null || generation.paymentLink() == null) {
            return page(generation, false);
        }
        boolean isSubmitted = checkoutPolling.isSubmitted(payment.id());
        return page(generations.generationOf(generation.request()), isSubmitted);
    }

    /** Opens a new payment if one is needed; shows the page in any case. */
    private ServerResponse retryPayment(ServerRequest request) {
        return find(request).map(generation -> {
            if (generation.needsNewPayment()) {
                requestNewPayment(generation);
            }
            return ServerResponse.seeOther("./" + generation.request().id());
        }).orElseGet(() -> Problems.notFound("generation").response());
    }

    private void requestNewPayment(Generation generation) {
        var request = generation.request();
        var hostnameRequest = new HostnameRequest(request.hostname(), request.provider());
        if (generations.refusal(hostnameRequest).isEmpty()) {
            var unused = generations.order(request.customer(), hostnameRequest, request.id());
        }
    }

    private Optional<Generation> find(ServerRequest request) {
        return Optional.of(request.pathParameter(REQUEST_ID_PARAMETER))
                .filter(Texts::isUuid)
                .flatMap(id -> generations.find(UUID.fromString(id)));
    }

    private static ServerResponse page(Generation generation, boolean isSubmitted) {
        var progress = GenerationProgress.of(generation, isSubmitted);
        var title = progress.title() + " · " + generation.request().hostname();
        var main = mainHtml(generation, progress, isSubmitted ? "" : paymentActionHtml(generation));
        return progress.mayChange() ? Html.refreshingPage(title, main, REFRESH_SECONDS)
                : Html.page(200, title, main);
    }

    private static String mainHtml(
            Generation generation, GenerationProgress progress, String actionHtml) {
        var request = generation.request();
        return """
                <h1>%s</h1>
                <p role="status">%s</p>
                <dl>
                <div><dt>Generation for</dt><dd>%s</dd></div>
                <div><dt>Provider</dt><dd>%s</dd></div>
                <div><dt>Price</dt><dd>%s</dd></div>
                </dl>
                %s""".formatted(escape(progress.title()), escape(progress.text()),
                escape(request.hostname().value()), escape(request.provider()),
                priceText(request.price()), actionHtml);
    }

    private static String priceText(Money price) {
        return price.isNone() ? "free" : escape(price.toString());
    }

    private static String paymentActionHtml(Generation generation) {
        var price = generation.request().price();
        @Nullable
        String link = generation.paymentLink();
        if (link != null && isHttp(link)) {
            return "<a class=\"button\" rel=\"noreferrer\" href=\"" + escape(link) + "\">Pay "
                    + escape(price.toString()) + "</a>\n";
        }
        return generation.needsNewPayment() ? """
                <form method="post">
                <button type="submit">Try to pay %s again</button>
                </form>
                """.formatted(escape(price.toString())) : "";
    }

    private static boolean isHttp(String link) {
        return link.startsWith("https://") || link.startsWith("http://");
    }
}
