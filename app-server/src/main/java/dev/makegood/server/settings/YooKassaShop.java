package dev.makegood.server.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our shop at YooKassa.
 *
 * @param url another address than YooKassa's own: a stand-in
 * @param sources whom notices may come from; empty for the addresses YooKassa publishes
 * @param receipts how receipts are written; null if somebody else prints them, or nobody has to
 */
public record YooKassaShop(String id, Secret key, @Nullable URI url, List<String> sources,
        @Nullable Receipts receipts) {

    private static final String ID = "YOOKASSA_SHOP_ID";
    private static final String KEY = "YOOKASSA_SECRET_KEY";
    private static final String BECAUSE = "another setting of YooKassa is there";

    public YooKassaShop {
        sources = List.copyOf(sources);
    }

    /**
     * Receipts by law 54-FZ, of one line.
     *
     * @param email where they go: of a customer we keep no address
     * @param vatCode YooKassa's number for the rate of the tax
     */
    public record Receipts(String email, int vatCode) {

        private static final String EMAIL = "YOOKASSA_RECEIPT_EMAIL";
        private static final String VAT_CODE = "YOOKASSA_RECEIPT_VAT_CODE";
        private static final String WHY = "receipts need it";

        static Optional<Receipts> read(Reading reading) {
            var email = reading.text(EMAIL);
            var vatCode = (int) reading.number(VAT_CODE, 1, 12, 0);
            if (email.isEmpty() && vatCode == 0) {
                return Optional.empty();
            }
            if (vatCode == 0) {
                throw WrongSetting.missing(VAT_CODE, WHY);
            }
            return Optional.of(new Receipts(email.map(Receipts::checked)
                    .orElseThrow(() -> WrongSetting.missing(EMAIL, WHY)), vatCode));
        }

        private static String checked(String email) {
            if (!email.matches("[!-~&&[^@]]+@[!-~&&[^@]]+")) {
                throw new WrongSetting(EMAIL, "is an electronic mail address");
            }
            return email;
        }
    }

    static Optional<YooKassaShop> read(Reading reading) {
        var id = reading.text(ID);
        var key = reading.secret(KEY);
        var url = reading.secureAddress("YOOKASSA_URL");
        var sources = reading.list("YOOKASSA_SOURCES");
        var receipts = Receipts.read(reading);
        if (id.isEmpty()
                && key.isEmpty()
                && url.isEmpty()
                && sources.isEmpty()
                && receipts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new YooKassaShop(
                id.orElseThrow(() -> WrongSetting.missing(ID, BECAUSE)),
                key.orElseThrow(() -> WrongSetting.missing(KEY, BECAUSE)),
                url.orElse(null), sources, receipts.orElse(null)));
    }
}
