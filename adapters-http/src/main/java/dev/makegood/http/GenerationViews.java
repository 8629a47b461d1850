package dev.makegood.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.pricing.Calculation;
import dev.makegood.project.Project;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What answers about generations for hostnames look like, one record each. */
final class GenerationViews {

    private GenerationViews() {}

    /** What a provider's generation costs, in major units: numbers here, as the sources have them, exact. */
    record PriceView(BigDecimal total, BigDecimal perUrl) {}

    /** A provider and its price. */
    record ProviderView(String provider, PriceView price) {

        static ProviderView of(Calculation.Price price) {
            return new ProviderView(price.provider(),
                    new PriceView(price.total().major(), price.perUrl()));
        }
    }

    /** The prices of a hostname. */
    record CalculationView(String hostname, String currency, List<ProviderView> prices,
            Instant updatedAt) {

        static CalculationView of(Calculation calculation) {
            return new CalculationView(calculation.hostname().value(),
                    calculation.currency().getCurrencyCode(),
                    calculation.prices().stream().map(ProviderView::of).toList(),
                    calculation.updatedAt());
        }
    }

    /** It begins when it is paid; without a link and with a status while nobody knows where. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ToPayView(boolean requiresPayment, @Nullable String paymentLink,
            @Nullable String status, BigDecimal amount, String currency,
            UUID generationRequestId) {

        static ToPayView at(String link, GenerationRequest request) {
            return new ToPayView(true, link, null, request.price().major(),
                    request.price().currency().getCurrencyCode(), request.id().value());
        }

        static ToPayView notYetKnown(GenerationRequest request) {
            return new ToPayView(true, null, "pending", request.price().major(),
                    request.price().currency().getCurrencyCode(), request.id().value());
        }
    }

    /** A request as its customer sees it; {@code amount} is its price, whatever is calculated by now. */
    record GenerationView(UUID id, String hostname, String provider, String status,
            boolean isPaid, @Nullable String paymentLink, BigDecimal amount, String currency,
            @Nullable CalculationView calculation, @Nullable String result,
            @Nullable String errorMessage, Instant createdAt) {

        static GenerationView of(Generation generation, @Nullable CalculationView calculation) {
            var request = generation.request();
            var project = generation.project();
            return new GenerationView(request.id().value(), request.hostname().value(),
                    request.provider(), project.status().label(), generation.isPaid(),
                    generation.link(), request.price().major(),
                    request.price().currency().getCurrencyCode(), calculation,
                    project instanceof Project.Completed completed ? completed.result() : null,
                    Views.errorOf(project), request.createdAt());
        }
    }
}
