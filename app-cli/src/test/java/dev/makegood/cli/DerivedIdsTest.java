package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.GrantLine;
import dev.makegood.cli.command.TransferOptions;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.ProjectId;
import dev.makegood.testing.MakegoodFixture;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The ids that commands derive are idempotency keys, ours and gateways': with another purpose, word or label the same
 * command would be carried out a second time after an upgrade. Nothing here may change.
 */
class DerivedIdsTest {

    private static final String REASON = "sorry";

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final CommandRunner cli = CommandRunner.of(fixture);
    private final CustomerId ada = fixture.makegood.customers()
            .findOrCreate(new Identity("app", "ada"), fixture.samples.customer());

    @Test
    void the_purpose_is_spelt_like_this() {
        var subject = UUID.fromString("0199a1b2-0000-7000-8000-000000000001");

        assertThat(TransferOptions.deriveId(subject, REASON, "june", "grant", "promotion", 5))
                .isEqualTo(TransferId.of("cli\ngrant\npromotion\n5\njune\nsorry", subject))
                .hasToString("f379ce6d-5ea6-8c8b-b810-b56300c99162");
    }

    @Test
    void a_grant_is_known_by_source_credits_priority_and_expiry() {
        assertThat(idOf("grantId", "credits", "grant", "app/ada", "--credits", "5", "--source",
                "compensation", "--priority", "7", "--expires", "2027-01-31T00:00:00Z"))
                        .isEqualTo(derived(ada.value(), "grant", "compensation", 5, 7,
                                "2027-01-31T00:00:00Z"));
        assertThat(idOf("grantId", "credits", "grant", "app/ada", "--credits", "5"))
                .isEqualTo(derived(ada.value(), "grant", "promotion", 5, 50, "null"));
    }

    @Test
    void a_grant_of_a_list_is_known_by_its_own_id_alone() {
        var line = new GrantLine(7, "june-1", new Identity("app", "ada"), false,
                Grant.signup(new Credits(5)), REASON);

        assertThat(line.grantId())
                .isEqualTo(TransferId.of("grant_batch\njune-1", CustomerId.SYSTEM_ACCOUNT));
    }

    @Test
    void an_adjustment_is_known_by_its_difference() {
        assertThat(idOf("adjustmentId", "credits", "adjust", "app/ada", "--credits", "-5"))
                .isEqualTo(derived(ada.value(), "adjust", -5));
    }

    @Test
    void a_refund_of_credits_is_known_by_its_kind_and_its_credits() {
        var project = completed();
        var capture = TransferId.of("capture", completed().value());

        assertThat(refundOf("project", project.value(), "--credits", "5"))
                .isEqualTo(derived(project.value(), "project", 5));
        assertThat(refundOf("project", project.value()))
                .isEqualTo(derived(project.value(), "project", "all"));
        assertThat(refundOf("capture", capture.value()))
                .isEqualTo(derived(capture.value(), "capture", "all"));
    }

    @Test
    void a_refund_of_a_payment_is_known_by_its_minor_units() {
        var shop = new ShopFixture();
        var payment = shop.sellPack();

        assertThat(shop.run(ShopFixture.arguments("refund", "payment", payment, "--amount", "50",
                "--reason", REASON, "--json")).json().path("refundId").asString())
                        .isEqualTo(derived(payment.value(), "payment", 5_000));
    }

    private ProjectId completed() {
        var unused = cli.run("credits", "grant", "app/ada", "--credits", "100", "--reason", "more");
        var project = fixture.startProject(ada);
        assertThat(fixture.pipeline.completes(project)).isNotNull();
        return project;
    }

    private String idOf(String field, String... command) {
        return json(command).path(field).asString();
    }

    private String refundOf(String kind, UUID id, String... more) {
        var command = Stream.concat(Stream.of("refund", kind, id.toString()), Stream.of(more));
        return json(command.toArray(String[]::new)).path("refundId").asString();
    }

    private JsonNode json(String... command) {
        var all = Stream.concat(Stream.of(command), Stream.of("--reason", REASON, "--json"));
        return cli.run(all.toArray(String[]::new)).json();
    }

    private static String derived(UUID subject, Object... words) {
        return TransferOptions.deriveId(subject, REASON, "", words).toString();
    }
}
