package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Polled;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.yookassa.YooKassaSettings.CaptureMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class YooKassaReceiptsTest {

    private final YooKassaFixture fixture = new YooKassaFixture();
    private final ReceiptPolicy policy =
            ReceiptPolicy.ofOneItem(1, details -> new Receipt.Email("ada@example.com"));

    @BeforeEach
    void theTillIsOn() {
        fixture.fake.requireReceipts();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void without_a_receipt_nothing_is_sold_where_one_is_required() {
        assertThat(fixture.gateway.open(fixture.newPayment())).isInstanceOfSatisfying(
                Declined.class,
                declined -> assertThat(declined.why()).contains("Receipt is missing or illegal"));
    }

    @Test
    void a_payment_a_capture_and_a_refund_have_their_receipts() {
        var gateway = fixture.gateway(it -> it.with(policy).withCaptureMode(CaptureMode.MANUAL));
        var details = fixture.newPayment();
        var ref = fixture.openCheckout(gateway, details).ref();
        assertThat(receiptOf("199.00")).isEqualTo(fixture.lastRequestBody().path("receipt"));
        fixture.fake.pay(ref.id());

        assertThat(gateway.capture(ref, details)).isInstanceOf(Polled.class);
        assertThat(receiptOf("199.00")).isEqualTo(fixture.lastRequestBody().path("receipt"));
        assertThat(gateway.refund(fixture.instruction("part", details, ref, 9_950)))
                .isInstanceOf(RefundAccepted.class);
        assertThat(receiptOf("99.50")).isEqualTo(fixture.lastRequestBody().path("receipt"));
    }

    @Test
    void several_lines_must_come_to_the_amount() {
        var three = new Receipt.Item("credits", 3, Money.of(5_000, "RUB"), 4, "service",
                "full_payment");
        var rest = new Receipt.Item("more", 1, Money.of(4_900, "RUB"), 4, "service",
                "full_payment");
        var phone = new Receipt.Phone("79000000000");

        var right = fixture.gateway(it -> it.with((details, amount) -> Optional.of(
                new Receipt(phone, List.of(three, rest)))));
        var wrong = fixture.gateway(it -> it.with((details, amount) -> Optional.of(
                new Receipt(phone, List.of(three)))));

        assertThat(fixture.openCheckout(right, fixture.newPayment()).link()).isNotBlank();
        assertThatIllegalStateException().isThrownBy(() -> wrong.open(fixture.newPayment()));
    }

    private static Object receiptOf(String amount) {
        return YooKassaFixture.JSON.readTree("""
                {"customer":{"email":"ada@example.com"},"items":[
                 {"description":"100 credits","quantity":"1","vat_code":1,
                  "payment_subject":"service","payment_mode":"full_payment",
                  "amount":{"value":"%s","currency":"RUB"}}]}
                """.formatted(amount));
    }
}
