package dev.makegood.server;

import static dev.makegood.server.settings.CashierSettings.STRIPE;
import static dev.makegood.server.settings.CashierSettings.YOOKASSA;

import dev.makegood.Cashier;
import dev.makegood.http.Counter;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.server.settings.CashierSettings;
import dev.makegood.server.settings.Secret;
import dev.makegood.server.settings.StripeShop;
import dev.makegood.server.settings.YooKassaShop;
import dev.makegood.sites.Sitemaps;
import dev.makegood.stripe.Stripe;
import dev.makegood.stripe.StripeBooks;
import dev.makegood.stripe.StripeNotices;
import dev.makegood.stripe.StripeSettings;
import dev.makegood.yookassa.Receipt;
import dev.makegood.yookassa.ReceiptPolicy;
import dev.makegood.yookassa.Settings;
import dev.makegood.yookassa.Shop;
import dev.makegood.yookassa.Sources;
import dev.makegood.yookassa.YooKassa;
import dev.makegood.yookassa.YooKassaNotices;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes what takes money: gateways, those who read their notices and books, and who measures sites. */
final class CashierWiring {

    private CashierWiring() {}

    static Cashier cashier(CashierSettings settings, InstantSource clock) {
        return new Cashier(gateways(settings, clock), new Sitemaps(), settings.rates());
    }

    /** Every gateway that a payment may name has its place, configured or not. */
    private static List<PaymentGateway> gateways(CashierSettings settings, InstantSource clock) {
        return List.of(
                settings.stripe() == null ? new UnconfiguredGateway(STRIPE)
                        : new Stripe(stripe(settings.stripe()), clock),
                settings.yooKassa() == null ? new UnconfiguredGateway(YOOKASSA)
                        : yooKassa(settings.yooKassa(), clock));
    }

    /** Of the configured gateways only. */
    static Map<String, GatewayBooks> books(CashierSettings settings, InstantSource clock) {
        var books = new HashMap<String, GatewayBooks>();
        if (settings.stripe() != null) {
            books.put(STRIPE, new StripeBooks(stripe(settings.stripe())));
        }
        if (settings.yooKassa() != null) {
            books.put(YOOKASSA, yooKassa(settings.yooKassa(), clock));
        }
        return books;
    }

    /** Of the configured gateways only: nobody else's notices are believed. */
    static Map<String, NoticeReader> readers(CashierSettings settings, InstantSource clock) {
        var readers = new HashMap<String, NoticeReader>();
        if (settings.stripe() != null) {
            readers.put(STRIPE, new StripeNotices(stripe(settings.stripe()), clock));
        }
        if (settings.yooKassa() != null) {
            readers.put(YOOKASSA, new YooKassaNotices(yooKassa(settings.yooKassa(), clock),
                    sources(settings.yooKassa())));
        }
        return readers;
    }

    /** Where customers pay, and who hears what gateways say. */
    static Counter counter(CashierSettings settings, InstantSource clock) {
        var front = settings.frontEnd() == null ? Counter.NONE.front() : settings.frontEnd();
        return new Counter(readers(settings, clock), front, settings.usual(),
                settings.configured());
    }

    private static StripeSettings stripe(StripeShop shop) {
        var secrets = shop.webhookSecrets().stream().map(Secret::value).toList();
        var there = Wiring.checked("STRIPE_SECRET_KEY or STRIPE_WEBHOOK_SECRET",
                () -> StripeSettings.of(shop.key().value(), secrets));
        return shop.url() == null ? there : there.at(shop.url());
    }

    private static YooKassa yooKassa(YooKassaShop shop, InstantSource clock) {
        var there = Settings.of(Wiring.checked("YOOKASSA_SHOP_ID or YOOKASSA_SECRET_KEY",
                () -> new Shop(shop.id(), shop.key().value()))).with(receipts(shop));
        return new YooKassa(shop.url() == null ? there : there.at(shop.url()), clock);
    }

    private static ReceiptPolicy receipts(YooKassaShop shop) {
        var receipts = shop.receipts();
        return receipts == null ? ReceiptPolicy.NONE
                : ReceiptPolicy.ofOneLine(receipts.vatCode(),
                        bill -> new Receipt.Email(receipts.email()));
    }

    private static Sources sources(YooKassaShop shop) {
        return shop.sources().isEmpty() ? Sources.OF_YOOKASSA
                : Wiring.checked("YOOKASSA_SOURCES",
                        () -> Sources.of(shop.sources().toArray(String[]::new)));
    }
}
