package dev.makegood.persistence;

import static java.util.stream.Collectors.toMap;

import dev.makegood.persistence.schema.tables.records.OperationRecord;
import dev.makegood.pricing.Tariff;
import java.math.BigDecimal;
import java.util.Map;
import org.jooq.JSONB;

/** Where a tariff meets the columns of {@code operation}; multipliers are texts, so that 1.50 stays 1.50. */
final class OperationRow {

    private OperationRow() {}

    static OperationRecord of(Tariff tariff) {
        var row = new OperationRecord();
        row.setPath(tariff.path());
        row.setBasePrice(tariff.basePrice());
        row.setMultipliers(multipliers(tariff.multipliers()));
        return row;
    }

    static Tariff read(OperationRecord row) {
        return new Tariff(row.getPath(), row.getBasePrice(), multipliers(row.getMultipliers()));
    }

    static JSONB multipliers(Map<String, BigDecimal> multipliers) {
        return JsonText.of(multipliers.entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, multiplier -> multiplier.getValue().toString())));
    }

    static Map<String, BigDecimal> multipliers(JSONB multipliers) {
        return JsonText.read(multipliers)
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey,
                        multiplier -> new BigDecimal(multiplier.getValue())));
    }
}
