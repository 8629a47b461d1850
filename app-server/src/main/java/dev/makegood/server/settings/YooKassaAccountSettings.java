package dev.makegood.server.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our account at YooKassa.
 *
 * @param url another address than YooKassa's own, of a stand-in
 * @param noticeSources where notices may come from; empty for the addresses YooKassa publishes
 * @param receipts how receipts are written; null if none are sent
 */
public record YooKassaAccountSettings(String shopId, Secret secretKey, @Nullable URI url,
        List<String> noticeSources, @Nullable ReceiptSettings receipts) {

    private static final String ID = "YOOKASSA_SHOP_ID";
    private static final String KEY = "YOOKASSA_SECRET_KEY";
    private static final String BECAUSE = "another setting of YooKassa is set";

    public YooKassaAccountSettings {
        noticeSources = List.copyOf(noticeSources);
    }

    /**
     * Receipts by law 54-FZ, of one line.
     *
     * @param email where they go: of a customer we keep no address
     * @param vatCode YooKassa's number for the rate of the tax
     */
    public record ReceiptSettings(String email, int vatCode) {

        private static final String EMAIL = "YOOKASSA_RECEIPT_EMAIL";
        private static final String VAT_CODE = "YOOKASSA_RECEIPT_VAT_CODE";
        private static final String REQUIRED_BECAUSE = "receipts need it";

        static Optional<ReceiptSettings> read(SettingsReader reader) {
            var email = reader.text(EMAIL);
            var vatCode = (int) reader.number(VAT_CODE, 1, 12, 0);
            if (email.isEmpty() && vatCode == 0) {
                return Optional.empty();
            }
            if (vatCode == 0) {
                throw InvalidSetting.missing(VAT_CODE, REQUIRED_BECAUSE);
            }
            return Optional.of(new ReceiptSettings(email.map(ReceiptSettings::validateEmail)
                    .orElseThrow(() -> InvalidSetting.missing(EMAIL, REQUIRED_BECAUSE)), vatCode));
        }

        private static String validateEmail(String email) {
            if (!email.matches("[!-~&&[^@]]+@[!-~&&[^@]]+")) {
                throw new InvalidSetting(EMAIL, "must be an email address");
            }
            return email;
        }
    }

    static Optional<YooKassaAccountSettings> read(SettingsReader reader) {
        var id = reader.text(ID);
        var key = reader.secret(KEY);
        var url = reader.secureAddress("YOOKASSA_URL");
        var sources = reader.list("YOOKASSA_NOTICE_SOURCES");
        var receipts = ReceiptSettings.read(reader);
        if (id.isEmpty()
                && key.isEmpty()
                && url.isEmpty()
                && sources.isEmpty()
                && receipts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new YooKassaAccountSettings(
                id.orElseThrow(() -> InvalidSetting.missing(ID, BECAUSE)),
                key.orElseThrow(() -> InvalidSetting.missing(KEY, BECAUSE)),
                url.orElse(null), sources, receipts.orElse(null)));
    }
}
