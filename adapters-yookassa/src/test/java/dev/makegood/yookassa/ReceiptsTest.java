package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentGateway.Declined;
import dev.makegood.payment.PaymentGateway.Returning;
import dev.makegood.payment.PaymentGateway.Seen;
import dev.makegood.yookassa.Settings.Stages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private final World world = new World();
    private final ReceiptPolicy policy =
            ReceiptPolicy.ofOneLine(1, bill -> new Receipt.Email("ada@example.com"));

    @BeforeEach
    void theTillIsOn() {
        world.fake.requireReceipts();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void without_a_receipt_nothing_is_sold_where_one_is_required() {
        assertThat(world.gateway.open(world.bill())).isInstanceOfSatisfying(Declined.class,
                declined -> assertThat(declined.why()).contains("Receipt is missing or illegal"));
    }

    @Test
    void a_payment_a_capture_and_a_refund_have_their_receipts() {
        var gateway = world.gateway(it -> it.with(policy).in(Stages.TWO));
        var bill = world.bill();
        var ref = world.opened(gateway, bill).ref();
        assertThat(receiptOf("199.00")).isEqualTo(world.lastWish().path("receipt"));
        world.fake.pay(ref.id());

        assertThat(gateway.capture(ref, bill)).isInstanceOf(Seen.class);
        assertThat(receiptOf("199.00")).isEqualTo(world.lastWish().path("receipt"));
        assertThat(gateway.giveBack(world.order("part", bill, ref, 9_950)))
                .isInstanceOf(Returning.class);
        assertThat(receiptOf("99.50")).isEqualTo(world.lastWish().path("receipt"));
    }

    @Test
    void several_lines_must_come_to_the_amount() {
        var three = new Receipt.Item("credits", 3, Money.of(5_000, "RUB"), 4, "service",
                "full_payment");
        var rest = new Receipt.Item("more", 1, Money.of(4_900, "RUB"), 4, "service",
                "full_payment");
        var phone = new Receipt.Phone("79000000000");

        var right = world.gateway(it -> it.with((bill, amount) -> Optional.of(
                new Receipt(phone, List.of(three, rest)))));
        var wrong = world.gateway(it -> it.with((bill, amount) -> Optional.of(
                new Receipt(phone, List.of(three)))));

        assertThat(world.opened(right, world.bill()).link()).isNotBlank();
        assertThatIllegalStateException().isThrownBy(() -> wrong.open(world.bill()));
    }

    private static Object receiptOf(String amount) {
        return Answer.JSON.readTree("""
                {"customer":{"email":"ada@example.com"},"items":[
                 {"description":"100 credits","quantity":"1","vat_code":1,
                  "payment_subject":"service","payment_mode":"full_payment",
                  "amount":{"value":"%s","currency":"RUB"}}]}
                """.formatted(amount));
    }
}
