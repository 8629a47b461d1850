package dev.makegood.server;

import static dev.makegood.server.settings.PaymentSettings.STRIPE;
import static dev.makegood.server.settings.PaymentSettings.YOOKASSA;

import dev.makegood.PaymentSetup;
import dev.makegood.http.server.CheckoutConfig;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.PaymentDirectory;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.server.settings.PaymentSettings;
import dev.makegood.server.settings.Secret;
import dev.makegood.server.settings.StripeAccountSettings;
import dev.makegood.server.settings.YooKassaAccountSettings;
import dev.makegood.sites.Sitemaps;
import dev.makegood.stripe.StripeBooks;
import dev.makegood.stripe.StripeGateway;
import dev.makegood.stripe.StripeNotices;
import dev.makegood.stripe.StripeSettings;
import dev.makegood.yookassa.Receipt;
import dev.makegood.yookassa.ReceiptPolicy;
import dev.makegood.yookassa.YooKassaAddresses;
import dev.makegood.yookassa.YooKassaCredentials;
import dev.makegood.yookassa.YooKassaGateway;
import dev.makegood.yookassa.YooKassaNotices;
import dev.makegood.yookassa.YooKassaSettings;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Wires payments: the gateways, the readers of their notices and books, and the counting of sites. */
final class PaymentWiring {

    private PaymentWiring() {}

    static PaymentSetup paymentSetup(PaymentSettings settings, InstantSource clock) {
        return new PaymentSetup(gateways(settings, clock), new Sitemaps(), settings.pageRates());
    }

    /** Every gateway that a payment may name has its place, configured or not. */
    private static List<PaymentGateway> gateways(PaymentSettings settings, InstantSource clock) {
        return List.of(
                settings.stripe() == null ? new UnconfiguredGateway(STRIPE)
                        : new StripeGateway(stripeSettings(settings.stripe()), clock),
                settings.yooKassa() == null ? new UnconfiguredGateway(YOOKASSA)
                        : yooKassaGateway(settings.yooKassa(), clock));
    }

    /** Of the configured gateways only. */
    static Map<String, GatewayBooks> gatewayBooks(PaymentSettings settings, InstantSource clock) {
        var books = new HashMap<String, GatewayBooks>();
        if (settings.stripe() != null) {
            books.put(STRIPE, new StripeBooks(stripeSettings(settings.stripe())));
        }
        if (settings.yooKassa() != null) {
            books.put(YOOKASSA, yooKassaGateway(settings.yooKassa(), clock));
        }
        return books;
    }

    /** Of the configured gateways only: no other notices are accepted. */
    static Map<String, NoticeReader> noticeReaders(
            PaymentSettings settings, InstantSource clock, PaymentDirectory payments) {
        var noticeReaders = new HashMap<String, NoticeReader>();
        if (settings.stripe() != null) {
            noticeReaders.put(STRIPE, new StripeNotices(stripeSettings(settings.stripe()), clock));
        }
        if (settings.yooKassa() != null) {
            noticeReaders.put(YOOKASSA,
                    new YooKassaNotices(yooKassaGateway(settings.yooKassa(), clock),
                            noticeSources(settings.yooKassa()),
                            ref -> payments.findIdByRef(ref).isPresent()));
        }
        return noticeReaders;
    }

    /** Where customers pay, and what reads the notices of gateways. */
    static CheckoutConfig checkoutConfig(
            PaymentSettings settings, InstantSource clock, PaymentDirectory payments) {
        var front = settings.frontEnd() == null ? CheckoutConfig.NONE.frontEndUrl()
                : settings.frontEnd();
        return new CheckoutConfig(noticeReaders(settings, clock, payments), front,
                settings.defaultGateway(),
                settings.configuredGateways());
    }

    private static StripeSettings stripeSettings(StripeAccountSettings account) {
        var secrets = account.webhookSecrets().stream().map(Secret::value).toList();
        var settings = Wiring.fromSetting("STRIPE_SECRET_KEY or STRIPE_WEBHOOK_SECRET",
                () -> StripeSettings.of(account.secretKey().value(), secrets));
        return account.url() == null ? settings : settings.withBaseUrl(account.url());
    }

    private static YooKassaGateway yooKassaGateway(
            YooKassaAccountSettings account, InstantSource clock) {
        var settings = YooKassaSettings.of(Wiring.fromSetting(
                "YOOKASSA_SHOP_ID or YOOKASSA_SECRET_KEY",
                () -> new YooKassaCredentials(account.shopId(), account.secretKey().value())))
                .with(receiptPolicy(account));
        return new YooKassaGateway(
                account.url() == null ? settings : settings.withBaseUrl(account.url()), clock);
    }

    private static ReceiptPolicy receiptPolicy(YooKassaAccountSettings account) {
        var receipts = account.receipts();
        return receipts == null ? ReceiptPolicy.NONE
                : ReceiptPolicy.ofOneItem(receipts.vatCode(),
                        details -> new Receipt.Email(receipts.email()));
    }

    private static YooKassaAddresses noticeSources(YooKassaAccountSettings account) {
        return account.noticeSources().isEmpty() ? YooKassaAddresses.PUBLISHED
                : Wiring.fromSetting("YOOKASSA_NOTICE_SOURCES",
                        () -> YooKassaAddresses.of(account.noticeSources().toArray(String[]::new)));
    }
}
