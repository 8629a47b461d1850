package dev.makegood.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.access.ApiKey;
import dev.makegood.access.IdempotentRequest;
import dev.makegood.access.Role;
import dev.makegood.access.SecretHash;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.generation.GenerationRequest;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.Subject;
import dev.makegood.money.Money;
import dev.makegood.payment.Checkout;
import dev.makegood.payment.Dispute;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.PaymentRefund.RefundStatus;
import dev.makegood.payment.Purpose;
import dev.makegood.payment.RefundsAndDisputes;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.CreditPack;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.Failure;
import dev.makegood.project.FailureReason;
import dev.makegood.project.Funding;
import dev.makegood.project.Project;
import dev.makegood.project.RunId;
import dev.makegood.task.Task;
import dev.makegood.testing.StorageTestBase;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every storage refuses by itself, whatever wrote it: each named constraint of the tables, and changes of what is only
 * ever added to. A storage that has no tables has twins of their constraints.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConstraintsContract extends StorageTestBase {

    private static final Money PRICE = Money.of(19_900, "RUB");

    private final ApiKey key = new ApiKey(letters().substring(0, 12), Role.APP, "a test",
            SecretHash.of("secret"), clock.instant(), null);
    private final Hostname hostname = new Hostname("h" + letters().substring(0, 12) + ".example");
    private final CreditPack pack = new CreditPack("p" + letters().substring(0, 12), "A pack",
            new Credits(100), Credits.NONE, PRICE);

    /** The constraint that refuses a change to one of its own rows; empty if nothing does. Nothing stays changed. */
    protected abstract String violatedBy(RowChange change);

    /** Every constraint that this storage has, by name. */
    protected abstract Set<String> constraints();

    /** Of {@code update} and {@code delete}, what may be done to rows of this table. */
    protected abstract Set<String> changesAllowed(String table);

    static Stream<RowChange> cases() {
        return ConstraintCases.ALL.stream();
    }

    static Stream<String> tables() {
        return ConstraintCases.CHANGES_ALLOWED.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_constraint_refuses_what_it_names(RowChange change) {
        var where = new HashMap<String, Object>(ownRows(change.table()));
        where.putAll(change.where());
        var values = new HashMap<>(change.values());
        values.replaceAll(
                (column, value) -> RowChange.ANOTHER_ID.equals(value) ? samples.id() : value);

        assertThat(violatedBy(new RowChange(change.constraint(), change.table(), where, values,
                change.isCopy()))).isEqualTo(change.constraint());
    }

    /** Whatever a rule of core forgets: the unit that would store it is refused, all of it. */
    @Test
    void a_unit_that_violates_a_constraint_leaves_nothing_behind() {
        var held = new Funding.ByCredits(samples.transfer(), new Credits(60));
        var overspent = new Project.Completed(samples.projectDetails(bob, held, clock.instant()),
                "made", new Credits(61), Credits.NONE, clock.instant());

        assertThatThrownBy(() -> change(bob, unit -> {
            unit.projects().add(samples.freeProject(bob));
            unit.projects().add(overspent);
        })).hasMessageContaining("no_more_is_used_than_was_held");

        assertThat(storage().projectHistory().statistics(bob).total()).isZero();
        assertThat(storage().projectHistory().find(overspent.id())).isEmpty();
    }

    @Test
    void every_constraint_has_a_case() {
        assertThat(constraints())
                .as("each constraint needs a case, in ConstraintCases, and a twin in memory")
                .containsExactlyInAnyOrderElementsOf(ConstraintCases.names());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void what_is_history_is_neither_changed_nor_deleted(String table) {
        assertThat(changesAllowed(table))
                .isEqualTo(ConstraintCases.CHANGES_ALLOWED.get(table));
    }

    private Map<String, ?> ownRows(String table) {
        return switch (table) {
            case "api_key" -> Map.of("id", key.id());
            case "calculation" -> Map.of("hostname", hostname.value());
            case "credit_pack" -> Map.of("name", pack.name());
            default -> Map.of("customer_id", ada.value());
        };
    }

    @BeforeAll
    void there_is_one_of_everything() {
        addCredits();
        projectsInEachState().forEach(this::add);
        change(ada, unit -> paymentsInSomeStates().forEach(unit.payments()::add));
        change(ada, unit -> {
            var unused = unit.customers()
                    .claim(new Customer(ada, samples.identity(), clock.instant()));
            var unusedRef = unit.payments()
                    .claimRef(new GatewayRef("fake", "cs_" + ada), new PaymentId(samples.id()));
            var unusedNotice = unit.payments().recordNotice(new GatewayRef("fake", "evt_" + ada));
            unit.tasks().add(Task.of(ada, "test", samples.id(), clock.instant()));
            unit.idempotentRequests()
                    .save(new IdempotentRequest("POST /it", "key", SecretHash.of("body"),
                            samples.id(), clock.instant(), null));
        });
        addPrices();
    }

    private void addCredits() {
        var expiring = Grant.of(GrantSource.PURCHASE, new Credits(100))
                .withExpiry(clock.instant().plusSeconds(9_999));
        var hold = samples.transfer();
        var capture = samples.transfer();
        var unused = List.of(ledger().grant(samples.transfer(), ada, expiring),
                ledger().hold(hold, ada, new Credits(40), new Subject("test", ada.value())),
                ledger().capture(capture, ada, hold, new Credits(40)),
                ledger().refund(samples.transfer(), ada, capture, new Credits(5),
                        new Cause("operator", "goodwill")));
    }

    private List<Project> projectsInEachState() {
        var at = clock.instant();
        var run = new RunId("run-" + ada);
        var held = samples.projectDetails(ada,
                new Funding.ByCredits(samples.transfer(), new Credits(60)), at);
        var processing = samples.freeProject(ada).send(at).start(run, at);
        change(ada, unit -> {
            var unused = unit.projects().claimRun("pipeline", run, processing.id());
        });
        return List.of(samples.freeProject(ada), samples.freeProject(ada).send(at), processing,
                new Project.AwaitingPayment(
                        samples.projectDetails(ada, new Funding.Unpaid(), at)),
                new Project.Completed(held, "made", new Credits(60), Credits.NONE, at),
                samples.freeProject(ada).fail(new Failure(FailureReason.TIMED_OUT, "slow"), at));
    }

    private List<Payment> paymentsInSomeStates() {
        var at = clock.instant();
        var ref = new GatewayRef("fake", "pi_" + ada);
        var billed = new Payment.Billed(details(new Purpose.PaidWork(samples.id())),
                RefundsAndDisputes.NONE);
        var open = new Payment.Billed(details(new Purpose.PaidWork(samples.id())),
                RefundsAndDisputes.NONE)
                        .open(new Checkout(ref, "https://pay.example"), at);
        var failed = new Payment.Billed(
                details(new Purpose.Pack("starter", new Credits(100), Credits.NONE)),
                RefundsAndDisputes.NONE)
                        .fail("declined", at);
        var refund = new PaymentRefund("re_1", PRICE, RefundStatus.SUCCEEDED, at);
        var dispute = new Dispute("dp_1", PRICE, Dispute.DisputeStatus.WON);
        var succeeded = new Payment.Billed(details(new Purpose.PaidWork(samples.id())),
                new RefundsAndDisputes(Map.of("re_1", refund), Map.of("dp_1", dispute), 0))
                        .succeed(new Payment.PaidMoney(ref, PRICE, "card", at));
        return List.of(billed, open, failed, succeeded);
    }

    private PaymentDetails details(Purpose purpose) {
        return new PaymentDetails(new PaymentId(samples.id()), ada, "fake", PRICE, purpose,
                "a test", new PaymentDetails.ReturnUrls("https://a.example", "https://b.example"),
                clock.instant());
    }

    private void addPrices() {
        var unpaid = new Project.AwaitingPayment(
                samples.projectDetails(ada, new Funding.Unpaid(), clock.instant()));
        add(unpaid);
        change(ada, unit -> unit.generations()
                .save(new GenerationRequest(unpaid.id(), ada, hostname, "openai", PRICE, null,
                        false, clock.instant())));
        change(CustomerId.SYSTEM_ACCOUNT, unit -> unit.apiKeys().save(key));
        storage().creditPacks().save(pack);
        storage().calculations()
                .save(new Calculation(hostname, PRICE.currency(), List.of(
                        new Calculation.ProviderPrice("openai", PRICE, BigDecimal.ONE)),
                        clock.instant()));
    }

    private String letters() {
        return samples.id().toString().replace("-", "");
    }
}
