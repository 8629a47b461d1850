package dev.makegood.server.settings;

import dev.makegood.pricing.PageRates;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what generation costs for each page of a website without a calculation of an operator. */
final class GenerationRateSettings {

    private static final String RATES = "MAKEGOOD_GENERATION_RATES";
    private static final String CURRENCY = "MAKEGOOD_GENERATION_CURRENCY";
    private static final Pattern ENTRY =
            Pattern.compile("([a-z0-9][a-z0-9_.-]{0,49})=([0-9]{1,6}(?:\\.[0-9]{1,8})?)");

    private GenerationRateSettings() {}

    static PageRates read(SettingsReader reader) {
        var currency = reader.text(CURRENCY).map(GenerationRateSettings::currency);
        return new PageRates(currency.orElse(PageRates.NONE.currency()), perUrl(reader));
    }

    private static Currency currency(String code) {
        try {
            var currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // refused below, as a code that is no money
        }
        throw new InvalidSetting(CURRENCY,
                "must be the code of a currency, such as EUR, not " + code);
    }

    private static Map<String, BigDecimal> perUrl(SettingsReader reader) {
        var rates = new HashMap<String, BigDecimal>();
        for (var entry : reader.list(RATES)) {
            var match = ENTRY.matcher(entry);
            if (!match.matches()) {
                throw new InvalidSetting(RATES, "must hold pairs such as gemini=0.00097, with at"
                        + " most eight decimals on the right, not " + entry);
            }
            if (rates.put(match.group(1), new BigDecimal(match.group(2))) != null) {
                throw new InvalidSetting(RATES, "names " + match.group(1) + " twice");
            }
        }
        return rates;
    }
}
