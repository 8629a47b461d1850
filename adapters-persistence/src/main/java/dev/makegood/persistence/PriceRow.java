package dev.makegood.persistence;

import static java.util.stream.Collectors.toMap;

import dev.makegood.persistence.schema.tables.records.OperationRecord;
import dev.makegood.pricing.Tariff;
import java.math.BigDecimal;
import java.util.Map;
import org.jooq.JSONB;

/** Where a tariff meets the columns of {@code operation}; factors are texts, so that 1.50 stays 1.50. */
final class PriceRow {

    private PriceRow() {}

    static OperationRecord of(Tariff tariff) {
        var row = new OperationRecord();
        row.setPath(tariff.path());
        row.setBase(tariff.base());
        row.setFactors(factors(tariff.factors()));
        return row;
    }

    static Tariff read(OperationRecord row) {
        return new Tariff(row.getPath(), row.getBase(), factors(row.getFactors()));
    }

    static JSONB factors(Map<String, BigDecimal> factors) {
        return JsonText.of(factors.entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, factor -> factor.getValue().toString())));
    }

    static Map<String, BigDecimal> factors(JSONB factors) {
        return JsonText.read(factors)
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, factor -> new BigDecimal(factor.getValue())));
    }
}
