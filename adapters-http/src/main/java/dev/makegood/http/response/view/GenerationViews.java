package dev.makegood.http.response.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.pricing.Calculation;
import dev.makegood.project.Project;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON of responses about generations for hostnames, one record each. */
public final class GenerationViews {

    private GenerationViews() {}

    /** The price of a provider, in major units: exact numbers, as in the sources. */
    record PriceView(BigDecimal total, BigDecimal perUrl) {}

    /** A provider and its price. */
    record ProviderView(String provider, PriceView price) {

        static ProviderView of(Calculation.ProviderPrice providerPrice) {
            return new ProviderView(providerPrice.provider(),
                    new PriceView(providerPrice.total().majorUnits(), providerPrice.perUrl()));
        }
    }

    /** The prices of a hostname. */
    public record CalculationView(String hostname, String currency, List<ProviderView> prices,
            Instant updatedAt) {

        public static CalculationView of(Calculation calculation) {
            return new CalculationView(calculation.hostname().value(),
                    calculation.currency().getCurrencyCode(),
                    calculation.prices().stream().map(ProviderView::of).toList(),
                    calculation.updatedAt());
        }
    }

    /** It begins when it is paid; while the checkout is unknown it has a status instead of a link. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PaymentRequiredView(boolean requiresPayment, @Nullable String paymentLink,
            @Nullable String status, BigDecimal amount, String currency, UUID generationRequestId) {

        public static PaymentRequiredView withLink(String link, GenerationRequest request) {
            return new PaymentRequiredView(true, link, null, request.price().majorUnits(),
                    request.price().currency().getCurrencyCode(), request.id().value());
        }

        public static PaymentRequiredView withoutLink(GenerationRequest request) {
            return new PaymentRequiredView(true, null, "pending", request.price().majorUnits(),
                    request.price().currency().getCurrencyCode(), request.id().value());
        }
    }

    /** A request as its customer sees it; {@code amount} is the price it was made at, not today's. */
    public record GenerationView(UUID id, String hostname, String provider, String status,
            boolean isPaid, @Nullable String paymentLink, BigDecimal amount, String currency,
            @Nullable CalculationView calculation, @Nullable String result,
            @Nullable String errorMessage, Instant createdAt) {

        public static GenerationView of(
                Generation generation, @Nullable CalculationView calculation) {
            var request = generation.request();
            var project = generation.project();
            return new GenerationView(request.id().value(), request.hostname().value(),
                    request.provider(), project.status().label(), generation.isPaid(),
                    generation.paymentLink(), request.price().majorUnits(),
                    request.price().currency().getCurrencyCode(), calculation,
                    project instanceof Project.Completed completed ? completed.result() : null,
                    ProjectViews.errorOf(project), request.createdAt());
        }
    }
}
