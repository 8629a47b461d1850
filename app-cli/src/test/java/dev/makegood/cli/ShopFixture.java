package dev.makegood.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.PaymentSetup;
import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import dev.makegood.generation.GenerationAnswer;
import dev.makegood.generation.GenerationOrder;
import dev.makegood.ledger.Credits;
import dev.makegood.money.Money;
import dev.makegood.payment.FakeGateway;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.GatewayBooks.Listed;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.Purpose;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import dev.makegood.server.Installation;
import dev.makegood.testing.MakegoodFixture;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An installation in memory that sells packs through a fake gateway, and its command line. */
public final class ShopFixture {

    public static final Money PRICE = Money.of(19_900, "EUR");

    public final MakegoodFixture fixture;
    public final FakeGateway gateway;
    final CommandRunner cli;
    public final CustomerId ada;
    GatewayBooks books = (from, until) -> new Listed(List.of());

    public ShopFixture() {
        var made = new FakeGateway[1];
        fixture = MakegoodFixture.inMemory(builder -> {
            made[0] = new FakeGateway(builder.clock(), () -> false);
            return builder.withPayments(PaymentSetup.of(List.of(made[0])));
        });
        gateway = made[0];
        cli = CommandRunner.of(fixture, books());
        ada = fixture.makegood.customers()
                .findOrCreate(new Identity("app", "ada"), fixture.samples.customer());
    }

    private Map<String, GatewayBooks> books() {
        return Map.of("fake", (from, until) -> books.list(from, until));
    }

    public Installation installation() {
        return CommandRunner.installation(fixture, books());
    }

    /** 100 credits and 10 on top for 199.00 EUR, not paid yet. */
    public Payment.Open openPayment() {
        var details = new PaymentDetails(new PaymentId(fixture.samples.id()), ada, "fake", PRICE,
                new Purpose.Pack("starter", new Credits(100), new Credits(10)), "100 credits",
                new PaymentDetails.ReturnUrls("https://example.com/paid",
                        "https://example.com/back"),
                fixture.clock.instant());
        return (Payment.Open) fixture.makegood.payments().create(details);
    }

    public PaymentId sellPack() {
        return sellPack(PRICE);
    }

    /** The buyer pays what he likes. */
    public PaymentId sellPack(Money paid) {
        var open = openPayment();
        var unused = gateway.pays(open.checkout().ref(), paid);
        return fixture.makegood.payments().refresh(open.id()).orElseThrow().id();
    }

    /** A text for a website, for 199.00 EUR: paid and done. */
    public ProjectId sellGeneration() {
        var website = new Hostname("example.com");
        fixture.makegood.generations()
                .saveCalculation(new Calculation(website, PRICE.currency(),
                        List.of(new Calculation.ProviderPrice("gemini", PRICE, BigDecimal.ZERO)),
                        fixture.clock.instant()));
        var urls = new PaymentDetails.ReturnUrls("https://example.com/paid",
                "https://example.com/back");
        var request = ((GenerationAnswer.PaymentRequired) fixture.makegood.generations()
                .order(new GenerationOrder(ada, website, "gemini", fixture.samples.project(),
                        new PaymentId(fixture.samples.id()), "fake", urls))).request();
        payFor(request.payment());
        var unused = fixture.pipeline.completes(request.id());
        return request.id();
    }

    private void payFor(PaymentId payment) {
        var open = (Payment.Open) fixture.makegood.payments().find(payment).orElseThrow();
        var unused = gateway.pays(open.checkout().ref(), PRICE);
        assertThat(fixture.makegood.payments().refresh(payment)).isPresent();
        fixture.runDueTasks();
    }

    public long credits() {
        return fixture.available(ada);
    }

    public CommandRunner.CommandOutput run(String... arguments) {
        return cli.run(arguments);
    }

    /** A command about one payment. */
    public static String[] arguments(
            String group, String command, PaymentId payment, String... more) {
        return Stream.concat(Stream.of(group, command, payment.toString()), Stream.of(more))
                .toArray(String[]::new);
    }
}
