package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.Role;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.TestServer;
import dev.makegood.money.Money;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the command line and the HTTP API both tell has one name and one shape; the rest is listed. */
class JsonVocabularyTest {

    private static final String REASON = "\"reason\":\"asked\"}";

    private final TestServer http = new TestServer();
    private final CommandRunner cli = CommandRunner.of(http);
    private CustomerId ada;

    @BeforeEach
    void ada_has_credits() {
        ada = http.customer(TestServer.ADA, 500);
    }

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void a_project_that_failed_and_one_that_completed() {
        for (var status : List.of("failed", "completed")) {
            var project = endedProject(status);

            JsonComparison.of(json("projects", "show", project), get("/api/projects/" + project))
                    .withOnlyOurs("customer", "pipeline", "state")
                    .withOnlyTheirs("inputs", "metadata", "prompt")
                    .isEqual();
            JsonComparison.of(json("projects", "list").at("/projects/0"),
                    get("/api/user/projects").at("/projects/0"))
                    .withOnlyOurs(operatorsFields(status))
                    .isEqual();
        }
    }

    private static String[] operatorsFields(String status) {
        var always = Stream.of("actor", "customer", "multipliers", "pipeline", "state");
        return (status.equals("failed") ? Stream.concat(always, Stream.of("failureReason"))
                : always).toArray(String[]::new);
    }

    @Test
    void projects_as_an_operator_lists_them() {
        var failed = endedProject("failed");
        var working = newProject();
        assertThat(failed).isNotEqualTo(working);
        var ours = json("projects", "list").path("projects");
        var theirs = getAsOperator("/api/ops/projects").path("projects");

        JsonComparison.of(ours.path(0), theirs.path(0))
                .withOnlyOurs("attempt", "multipliers", "run", "state")
                .isEqual();
        JsonComparison.of(ours.path(1), theirs.path(1))
                .withOnlyOurs("multipliers", "state")
                .isEqual();
    }

    @Test
    void a_payment_that_is_open_and_one_that_is_paid() {
        var payment = newPayment();
        JsonComparison.of(json("payments", "show", payment), get("/api/payments/" + payment))
                .withOnlyOurs("customer", "description", "disputes", "events", "gatewayRef",
                        "purpose", "refunds", "state", "transactions")
                .isEqual();

        http.payAtGateway(payment);

        JsonComparison.of(json("payments", "show", payment), get("/api/payments/" + payment))
                .withOnlyOurs("customer", "description", "disputes", "events", "gatewayRef",
                        "paid", "purpose", "refunds", "state", "transactions")
                .isEqual();
    }

    @Test
    void a_payment_in_quarantine() {
        var payment = quarantinedPayment();

        JsonComparison.of(json("payments", "list").at("/payments/0"),
                getAsOperator("/api/ops/payments").at("/payments/0"))
                .withOnlyOurs("description", "disputes", "paid", "paidAt", "paymentMethod",
                        "purpose", "refunds", "state")
                .isEqual();
        JsonComparison.of(json("payments", "quarantined").at("/quarantined/0"),
                getAsOperator("/api/ops/events?customer=app/ada").path("events")
                        .valueStream()
                        .filter(event -> event.at("/facts/payment").asString().equals(payment)
                                && event.path("type").asString().equals("payment.quarantined"))
                        .findFirst()
                        .orElseThrow())
                .isEqual();
        JsonComparison.of(json("find", payment).at("/found/0"),
                getAsOperator("/api/ops/search?q=" + payment).at("/found/0")).isEqual();
    }

    @Test
    void a_balance() {
        JsonComparison.of(json("credits", "balance", TestServer.ADA), get("/api/user/balance"))
                .withOnlyOurs("customer", "customerId")
                .isEqual();
        JsonComparison.of(json("credits", "balance", TestServer.ADA),
                getAsOperator("/api/ops/customers/" + ada))
                .withOnlyOurs("available", "debt", "expiring", "held")
                .withOnlyTheirs("balance", "createdAt", "projects")
                .isEqual();
    }

    @Test
    void the_lines_of_a_statement() {
        var project = endedProject("completed");
        assertThat(project).isNotEmpty();
        http.payAtGateway(newPayment());

        var ours = json("credits", "statement", TestServer.ADA).path("transactions");
        var theirs = get("/api/user/transactions").path("transactions");

        assertThat(ours.size()).isEqualTo(theirs.size()).isGreaterThan(4);
        for (int line = 0; line < ours.size(); line++) {
            JsonComparison.of(ours.path(line), theirs.path(line))
                    .withOnlyOurs("subject")
                    .isEqual();
        }
        JsonComparison.of(json("explain", ours.at("/0/transactionId").asString()), theirs.path(0))
                .withOnlyOurs("customer", "from", "hashValid", "parts", "subject", "to")
                .withOnlyTheirs("balance", "change")
                .isEqual();
    }

    @Test
    void the_transactions_of_a_payment_and_what_they_granted() {
        var payment = paidPayment();
        var theirs = get("/api/user/transactions").path("transactions");
        var newest = json("payments", "show", payment).path("transactions")
                .valueStream()
                .filter(line -> line.path("sequence").equals(theirs.at("/0/sequence")))
                .findFirst()
                .orElseThrow();

        JsonComparison.of(newest, theirs.path(0))
                .withOnlyTheirs("balance", "change", "createdAt", "paymentId")
                .isEqual();
        assertThat(json("explain", ada.toString()).path("grants")
                .valueStream()
                .map(grant -> grant.path("grantId")))
                        .contains(newest.path("transactionId"));
    }

    @Test
    void refunds() {
        JsonComparison.of(
                json("refund", "project", endedProject("completed"), "--reason", "asked"),
                post("/api/refunds",
                        "{\"project\":\"" + endedProject("completed") + "\"," + REASON))
                .withOnlyOurs("projectId")
                .isAlike();
        JsonComparison.of(json("refund", "payment", paidPayment(), "--reason", "asked"),
                post("/api/refunds", "{\"payment\":\"" + paidPayment() + "\"," + REASON))
                .withOnlyOurs("paymentId")
                .isAlike();
    }

    @Test
    void decisions_about_projects_and_payments() {
        JsonComparison.of(json("projects", "fail", newProject(), "--reason", "asked"),
                post("/api/ops/projects/" + newProject() + "/fail", "{" + REASON)).isAlike();
        JsonComparison.of(json("payments", "accept", quarantinedPayment(), "--reason", "asked"),
                post("/api/ops/payments/" + quarantinedPayment() + "/accept", "{" + REASON))
                .isAlike();
    }

    @Test
    void grants_and_adjustments() {
        JsonComparison.of(
                json("credits", "grant", TestServer.ADA, "--credits", "7", "--reason", "asked"),
                post("/api/grants", "{\"customer\":\"app/ada\",\"credits\":7,"
                        + "\"source\":\"compensation\"," + REASON))
                .withOnlyOurs("changed", "customer")
                .isAlike();
        JsonComparison.of(
                json("credits", "adjust", TestServer.ADA, "--credits", "-7", "--reason", "asked"),
                post("/api/adjustments", "{\"customer\":\"app/ada\",\"credits\":-7," + REASON))
                .withOnlyOurs("changed", "customer")
                .isAlike();
    }

    private String newProject() {
        var project = http.client.generate(TestServer.ADA, "a fox");
        http.runDueTasks();
        return project;
    }

    private String endedProject(String status) {
        var project = newProject();
        assertThat(http.client.report(project, status).status()).isEqualTo(200);
        http.clock.updateAndGet(now -> now.plusSeconds(1));
        return project;
    }

    private String newPayment() {
        return http.client.post(TestServer.ADA, "/api/payments", "{\"pack\":\"starter\"}")
                .field("paymentId");
    }

    private String paidPayment() {
        var payment = newPayment();
        http.payAtGateway(payment);
        return payment;
    }

    private String quarantinedPayment() {
        var payment = newPayment();
        http.payAtGateway(payment, Money.of(10_000, "RUB"));
        return payment;
    }

    private JsonNode json(String... command) {
        var output = cli.run(Stream.concat(Stream.of(command), Stream.of("--json"))
                .toArray(String[]::new));
        assertThat(output.exit()).as(output.err()).isZero();
        return output.json();
    }

    private JsonNode get(String path) {
        return http.client.get(TestServer.ADA, path).json();
    }

    private JsonNode getAsOperator(String path) {
        return http.client.get(Role.OPERATOR, path).json();
    }

    private JsonNode post(String path, String body) {
        var response = http.client.post(Role.OPERATOR, path, body);
        assertThat(response.status()).as(response.text()).isBetween(200, 299);
        return response.json();
    }
}
