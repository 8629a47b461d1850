package dev.makegood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Search.Found;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.TransferId;
import dev.makegood.money.Money;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.payment.RefundsAndDisputes;
import dev.makegood.project.Project;
import dev.makegood.testing.MakegoodFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CustomerId ada = fixture.makegood.customers()
            .findOrCreate(new Identity("app", "user-42"), fixture.samples.customer());

    private List<Found> find(String text) {
        return fixture.makegood.search().find(text);
    }

    @Test
    void a_customer_is_found_by_identity_by_its_last_part_and_by_id() {
        for (var text : List.of("app/user-42", "user-42", ada.toString())) {
            assertThat(find(text)).as(text).containsExactly(Found.of(ada));
        }
    }

    @Test
    void a_customer_whom_only_the_ledger_knows_is_found_by_id() {
        var host = fixture.customerWith(5);

        assertThat(find(host.toString())).containsExactly(Found.of(host));
    }

    @Test
    void a_project_is_found_by_its_id_and_by_that_of_its_run() {
        var project = fixture.startProject(fixture.customerWith(100));
        var state = fixture.stateOf(project);

        assertThat(find(project.toString())).containsExactly(Found.of(state));
        assertThat(find(((Project.Processing) state).run().value()))
                .containsExactly(Found.of(state));
    }

    @Test
    void a_payment_is_found_by_its_id_and_by_every_reference() {
        var id = new PaymentId(fixture.samples.id());
        var billed = new Payment.Billed(new PaymentDetails(id, ada, "stripe",
                Money.of(19_900, "RUB"), new Purpose.PaidWork(fixture.samples.id()), "a film",
                new PaymentDetails.ReturnUrls("https://a.example", "https://b.example"),
                fixture.clock.instant()), RefundsAndDisputes.NONE);
        fixture.storage.change(ada, unit -> {
            unit.payments().add(billed);
            var session = unit.payments().claimRef(new GatewayRef("stripe", "cs_1"), id);
            var intent = unit.payments().claimRef(new GatewayRef("stripe", "pi_1"), id);
            assertThat(List.of(session, intent)).containsOnly(id);
        });

        for (var text : List.of(id.toString(), "cs_1", "pi_1")) {
            assertThat(find(text)).as(text).containsExactly(Found.of(billed));
        }
    }

    @Test
    void a_transfer_is_found_by_its_id() {
        var signup = TransferId.of("signup_grant", ada);

        assertThat(find(signup.toString())).singleElement()
                .extracting(Found::kind, Found::id, Found::about)
                .containsExactly("transfer", signup.value(), "grant of 60 credits");
    }

    @Test
    void no_part_of_a_text_and_no_other_text_finds_anything() {
        for (var text : List.of("", "user", "app/", "/", "app/user-4", "user-42 ",
                ada.toString().substring(1), "x".repeat(300), "%",
                "00000000-0000-0000-0000-000000000000")) {
            assertThat(find(text)).as(text).isEmpty();
        }
    }
}
