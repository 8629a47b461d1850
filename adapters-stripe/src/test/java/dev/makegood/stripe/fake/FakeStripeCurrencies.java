package dev.makegood.stripe.fake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What Stripe accepts as an amount; written from its page, not from ours. */
final class FakeStripeCurrencies {

    private static final Set<String> TWO_ZEROS = Set.of("isk", "ugx");
    private static final Set<String> LAST_DIGIT_ZERO = Set.of("bhd", "jod", "kwd", "omr", "tnd");

    /** Those that Stripe presents prices in. */
    private static final Set<String> KNOWN = new TreeSet<>(List.of(("usd aed afn all amd ang aoa"
            + " ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf chf"
            + " clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq"
            + " gyd hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak"
            + " lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok"
            + " npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp"
            + " sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf"
            + " xcd xof xpf yer zar zmw").split(" ")));

    /** What Stripe's page names as the least charge. */
    private static final Map<String, Long> LEAST = Map.ofEntries(Map.entry("usd", 50L),
            Map.entry("aud", 50L), Map.entry("brl", 50L), Map.entry("cad", 50L),
            Map.entry("chf", 50L), Map.entry("eur", 50L), Map.entry("inr", 50L),
            Map.entry("nzd", 50L), Map.entry("sgd", 50L), Map.entry("gbp", 30L),
            Map.entry("dkk", 250L), Map.entry("nok", 300L), Map.entry("sek", 300L),
            Map.entry("hkd", 400L), Map.entry("jpy", 50L), Map.entry("mxn", 1_000L),
            Map.entry("pln", 200L), Map.entry("ron", 200L), Map.entry("czk", 1_500L),
            Map.entry("huf", 17_500L), Map.entry("thb", 1_000L), Map.entry("myr", 200L),
            Map.entry("aed", 200L));

    private FakeStripeCurrencies() {}

    static String requireValid(String currency) {
        if (!KNOWN.contains(currency)) {
            throw FakeStripeError.invalid("currency", "Invalid currency: " + currency
                    + ". Stripe currently supports these currencies: " + String.join(", ", KNOWN));
        }
        return currency;
    }

    /** A charge has a least amount, by the currency; nothing at all may be had by a coupon. */
    static void requireEnough(String currency, long total) {
        if (total > 0 && total < LEAST.getOrDefault(currency, 1L)) {
            throw FakeStripeError.invalid(null, "amount_too_small",
                    "The Checkout Session's total amount due must add up to at least "
                            + LEAST.get(currency) + " " + currency);
        }
    }

    static long requireValid(String param, String currency, long amount) {
        if (amount < 0 || amount > 99_999_999_999L) {
            throw FakeStripeError.invalid(param, "parameter_invalid_integer", "Invalid amount");
        }
        if ((TWO_ZEROS.contains(currency) && amount % 100 != 0)
                || (LAST_DIGIT_ZERO.contains(currency) && amount % 10 != 0)) {
            throw FakeStripeError.invalid(param, "Invalid amount for " + currency + ": " + amount);
        }
        return amount;
    }
}
