package dev.makegood.http;

import static dev.makegood.http.Html.escaped;

import dev.makegood.money.Money;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of a generation, which works as a link: whoever knows it sees what is generated, what it costs and how
 * far it is, and can pay; nothing of its customer.
 */
final class PayRoutes {

    private static final String ID = "generationRequestId";
    private static final String PATH = "/pay/{" + ID + "}";
    private static final int AGAIN_AFTER_SECONDS = 5;

    private final GenerationDesk desk;

    PayRoutes(House house) {
        this.desk = new GenerationDesk(house);
    }

    List<Route> all() {
        return List.of(Route.page(HandlerType.GET, PATH, this::show),
                Route.page(HandlerType.POST, PATH, this::askAgain));
    }

    private Reply show(Call call) {
        return found(call).map(PayRoutes::page)
                .orElseGet(() -> Problems.notFound("generation").reply());
    }

    /** Asks for money again where that is the only way on; shows the page in any case. */
    private Reply askAgain(Call call) {
        return found(call).map(generation -> {
            if (generation.mustBeAskedAgain()) {
                askFor(generation);
            }
            return Reply.seeOther("./" + generation.request().id());
        }).orElseGet(() -> Problems.notFound("generation").reply());
    }

    private void askFor(Generation generation) {
        var request = generation.request();
        var wish = new HostnameWish(request.hostname(), request.provider());
        if (desk.refusal(wish).isEmpty()) {
            var unused = desk.ask(request.customer(), wish, request.id());
        }
    }

    private Optional<Generation> found(Call call) {
        return Optional.of(call.inPath(ID))
                .filter(Texts::isUuid)
                .flatMap(id -> desk.find(UUID.fromString(id)));
    }

    private static Reply page(Generation generation) {
        var progress = Progress.of(generation);
        var title = progress.title() + " · " + generation.request().hostname();
        var main = main(generation, progress);
        return progress.goesOn() ? Html.pageThatGoesOn(title, main, AGAIN_AFTER_SECONDS)
                : Html.page(200, title, main);
    }

    private static String main(Generation generation, Progress progress) {
        var request = generation.request();
        return """
                <h1>%s</h1>
                <p role="status">%s</p>
                <dl>
                <div><dt>Generation for</dt><dd>%s</dd></div>
                <div><dt>Provider</dt><dd>%s</dd></div>
                <div><dt>Price</dt><dd>%s</dd></div>
                </dl>
                %s""".formatted(escaped(progress.title()), escaped(progress.text()),
                escaped(request.hostname().value()), escaped(request.provider()),
                price(request.price()), action(generation));
    }

    private static String price(Money price) {
        return price.isNone() ? "free" : escaped(price.toString());
    }

    private static String action(Generation generation) {
        var price = generation.request().price();
        @Nullable
        String link = generation.link();
        if (link != null && isOfTheWeb(link)) {
            return "<a class=\"button\" rel=\"noreferrer\" href=\"" + escaped(link) + "\">Pay "
                    + escaped(price.toString()) + "</a>\n";
        }
        return generation.mustBeAskedAgain() ? """
                <form method="post">
                <button type="submit">Try to pay %s again</button>
                </form>
                """.formatted(escaped(price.toString())) : "";
    }

    private static boolean isOfTheWeb(String link) {
        return link.startsWith("https://") || link.startsWith("http://");
    }
}
