package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Polled;
import dev.makegood.payment.PaymentGateway.RefundAccepted;
import dev.makegood.yookassa.YooKassaSettings.CaptureMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    void a_receipt_is_registered_after_its_payment_and_its_refund() {
        var gateway = fixture.gateway(it -> it.with(policy));
        var details = fixture.newPayment();
        var ref = fixture.openCheckout(gateway, details).ref();
        fixture.fake.pay(ref.id());
        assertThat(gateway.refund(fixture.instruction("part", details, ref, 9_950)))
                .isInstanceOf(RefundAccepted.class);
        var refund = fixture.fake.refunds().getFirst().path("id").stringValue();
        assertThat(registrations(ref.id(), refund)).containsExactly("pending", "pending");
        var reportsBefore = fixture.pollReports(ref);

        fixture.fake.tick();

        assertThat(registrations(ref.id(), refund)).containsExactly("succeeded", "succeeded");
        assertThat(fixture.pollReports(ref)).isEqualTo(reportsBefore);
    }

    @Test
    void a_receipt_that_cannot_be_registered_changes_nothing_about_the_money() {
        var gateway = fixture.gateway(it -> it.with(policy));
        var ref = fixture.openCheckout(gateway, fixture.newPayment()).ref();
        fixture.fake.pay(ref.id());
        var reportsBefore = fixture.pollReports(ref);

        fixture.fake.refuseReceipts();
        fixture.fake.tick();

        assertThat(registrations(ref.id())).containsExactly("canceled");
        assertThat(fixture.pollReports(ref)).isEqualTo(reportsBefore);
    }

    @Test
    void the_receipt_of_what_was_not_paid_is_canceled() {
        var gateway = fixture.gateway(it -> it.with(policy));
        var ref = fixture.openCheckout(gateway, fixture.newPayment()).ref();

        fixture.passTime(Duration.ofHours(1));

        assertThat(registrations(ref.id())).containsExactly("canceled");
    }

    @Test
    void without_a_receipt_there_is_no_registration() {
        try (var other = new YooKassaFixture()) {
            var ref = other.payCheckout(other.newPayment());

            assertThat(other.fake.payments().getFirst().path("id").stringValue())
                    .isEqualTo(ref.id());
            assertThat(other.fake.payments().getFirst().has("receipt_registration")).isFalse();
        }
    }

    static List<Receipt> illegalReceipts() {
        var ada = new Receipt.Email("ada@example.com");
        return List.of(new Receipt(new Receipt.Email("ada"), List.of(item(1, "service", "credit"))),
                new Receipt(new Receipt.Phone("+7 900 000"), List.of(item(1, "service", "credit"))),
                new Receipt(ada, List.of(item(0, "service", "credit"))),
                new Receipt(ada, List.of(item(13, "service", "credit"))),
                new Receipt(ada, List.of(item(1, "a service", "credit"))),
                new Receipt(ada, List.of(item(1, "service", "paid"))));
    }

    private static Receipt.Item item(int vatCode, String subject, String mode) {
        return new Receipt.Item("credits", 1, YooKassaFixture.PRICE, vatCode, subject, mode);
    }

    @ParameterizedTest
    @MethodSource("illegalReceipts")
    void a_receipt_with_words_that_they_do_not_document_is_refused(Receipt receipt) {
        var gateway = fixture.gateway(it -> it.with((details, amount) -> Optional.of(receipt)));

        assertThat(gateway.open(fixture.newPayment())).isInstanceOf(Declined.class);
    }

    private List<String> registrations(String... ids) {
        return Stream.concat(fixture.fake.payments().stream(), fixture.fake.refunds().stream())
                .filter(it -> List.of(ids).contains(it.path("id").stringValue()))
                .map(it -> it.path("receipt_registration").stringValue(""))
                .toList();
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
