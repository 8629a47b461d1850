package dev.makegood.server.settings;

import dev.makegood.pricing.Rates;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what generation costs for each page of a website that no operator calculated. */
final class GenerationRates {

    private static final String RATES = "MAKEGOOD_GENERATION_RATES";
    private static final String CURRENCY = "MAKEGOOD_GENERATION_CURRENCY";
    private static final Pattern ENTRY =
            Pattern.compile("([a-z0-9][a-z0-9_.-]{0,49})=([0-9]{1,6}(?:\\.[0-9]{1,8})?)");

    private GenerationRates() {}

    static Rates read(Reading reading) {
        var currency = reading.text(CURRENCY).map(GenerationRates::currency);
        return new Rates(currency.orElse(Rates.NONE.currency()), perUrl(reading));
    }

    private static Currency currency(String code) {
        try {
            var currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // said below, as of a code that is no money
        }
        throw new WrongSetting(CURRENCY, "is the code of a currency, such as EUR");
    }

    private static Map<String, BigDecimal> perUrl(Reading reading) {
        var rates = new HashMap<String, BigDecimal>();
        for (var entry : reading.list(RATES)) {
            var match = ENTRY.matcher(entry);
            if (!match.matches()) {
                throw new WrongSetting(RATES, "holds pairs such as gemini=0.00097, with at most"
                        + " eight decimals on the right");
            }
            if (rates.put(match.group(1), new BigDecimal(match.group(2))) != null) {
                throw new WrongSetting(RATES, "names " + match.group(1) + " twice");
            }
        }
        return rates;
    }
}
