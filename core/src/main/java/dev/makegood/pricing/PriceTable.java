package dev.makegood.pricing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A price list that does not change, made of its tariffs. */
public final class PriceTable implements PriceList {

    private final Map<String, Tariff> tariffs;

    private PriceTable(Collection<Tariff> tariffs) {
        this.tariffs = tariffs.stream().collect(toUnmodifiableMap(Tariff::path, identity()));
    }

    public static PriceTable of(Collection<Tariff> tariffs) {
        return new PriceTable(tariffs);
    }

    /** The prices a new installation begins with: a video of the story editor for 40 credits. */
    public static PriceTable defaults() {
        return of(List.of(new Tariff("story-editor/project-video", new BigDecimal("40"), Map.of(
                "standard", new BigDecimal("1"),
                "hd", new BigDecimal("1.5"),
                "4k", new BigDecimal("2")))));
    }

    public Collection<Tariff> tariffs() {
        return tariffs.values();
    }

    @Override
    public Pricing price(Operation operation) {
        var tariff = tariffs.get(operation.path());
        return tariff == null ? new UnknownOperation(operation, operation.path())
                : tariff.price(operation);
    }
}
