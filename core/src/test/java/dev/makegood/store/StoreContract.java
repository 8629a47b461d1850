package dev.makegood.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.Unit;
import dev.makegood.access.ApiKey;
import dev.makegood.access.IdempotentRequest;
import dev.makegood.access.Role;
import dev.makegood.access.SecretHash;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.GrantSource;
import dev.makegood.ledger.LedgerRules;
import dev.makegood.ledger.LedgerSettings;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.Project;
import dev.makegood.project.RunId;
import dev.makegood.task.Task;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.StorageTestBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link Store} must do. */
public abstract class StoreContract extends StorageTestBase {

    private static final class UnitException extends RuntimeException {}

    private static final class UnitError extends Error {}

    private final Customer customer = new Customer(ada, samples.identity(), clock.instant());
    private final Project.Pending project = samples.freeProject(ada);
    private final RunId run = new RunId("run-" + samples.id());
    private final TransferId grant = samples.transfer();

    @Test
    void a_unit_answers_what_its_work_answered() {
        String answer = write(ada, unit -> "it is " + unit.ledger().wallet().sequence());

        assertThat(answer).isEqualTo("it is 0");
    }

    @Test
    void everything_written_in_a_unit_is_there_afterwards() {
        change(ada, this::writeEverything);

        assertThat(storage().customerDirectory().find(customer.identity())).contains(ada);
        assertThat(storage().projectDirectory().ownerOf(project.id())).contains(ada);
        assertThat(storage().projectDirectory().findIdByRun(run)).contains(project.id());
        assertThat(storage().statements().transfer(grant)).isPresent();
        assertThat(storage().projectHistory().find(project.id())).contains(project);
        assertThat(storage().taskQueue().find(ada, "test", project.id().value())).isPresent();
        assertThat(storage().reports().events(ada, 0, 10)).hasSize(2);
        assertThat(find(ada, unit -> unit.idempotentRequests().find("POST /it", "key")))
                .isPresent();
    }

    @Test
    void a_unit_whose_work_throws_leaves_nothing_behind() {
        assertThatThrownBy(() -> change(ada, unit -> {
            writeEverything(unit);
            throw new UnitException();
        })).isInstanceOf(UnitException.class);

        nothingIsThere();
    }

    @Test
    void a_unit_that_ends_in_an_error_leaves_nothing_behind() {
        assertThatThrownBy(() -> change(ada, unit -> {
            writeEverything(unit);
            throw new UnitError();
        })).isInstanceOf(UnitError.class);

        nothingIsThere();
    }

    @Test
    void what_a_unit_wrote_can_be_written_again_after_it_was_rolled_back() {
        assertThatThrownBy(() -> change(ada, unit -> {
            writeEverything(unit);
            throw new UnitException();
        })).isInstanceOf(UnitException.class);

        change(ada, this::writeEverything);

        assertThat(storage().projectHistory().find(project.id())).contains(project);
    }

    @Test
    void a_key_saved_in_a_unit_that_throws_opens_nothing() {
        var key = new ApiKey("Ab" + samples.id().toString().replace("-", "").substring(0, 10),
                Role.APP, "a test", SecretHash.of("secret"), clock.instant(), null);

        assertThatThrownBy(() -> change(CustomerId.SYSTEM_ACCOUNT, unit -> {
            unit.apiKeys().save(key);
            throw new UnitException();
        })).isInstanceOf(UnitException.class);

        assertThat(storage().apiKeyDirectory().find(key.id())).isEmpty();
    }

    @Test
    void a_unit_sees_what_it_wrote_itself() {
        change(ada, unit -> {
            writeEverything(unit);

            assertThat(unit.projects().find(project.id())).contains(project);
            assertThat(unit.ledger().transfer(grant)).isPresent();
            assertThat(unit.ledger().wallet().balances().available()).isEqualTo(new Credits(60));
            assertThat(unit.tasks().find("test", project.id().value())).isPresent();
            assertThat(unit.idempotentRequests().find("POST /it", "key")).isPresent();
        });
    }

    @Test
    void the_units_of_one_customer_are_serial() {
        var inside = new AtomicInteger();
        var together = new AtomicInteger();
        var unused = ConcurrentCalls.run(8, who -> {
            for (int i = 0; i < 25; i++) {
                change(ada, unit -> {
                    together.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    grantOne(unit, samplesOf(unit));
                    inside.decrementAndGet();
                });
            }
            return who;
        });

        assertThat(together).hasValue(1);
        assertThat(storage().statements().wallet(ada).sequence()).isEqualTo(200);
        assertThat(storage().statements().wallet(ada).balances().available())
                .isEqualTo(new Credits(200));
        assertThat(storage().reports().events(ada, 100, 100)).hasSize(100);
    }

    @Test
    void many_who_spend_the_same_credits_get_no_more_than_there_are() {
        var unused = ledger().grant(grant, ada, Grant.of(GrantSource.PURCHASE, new Credits(30)));

        var holds = ConcurrentCalls.run(8, who -> {
            int got = 0;
            for (int i = 0; i < 10; i++) {
                var hold = ledger().hold(TransferId.of("hold " + who + "/" + i, ada), ada,
                        new Credits(1), new Subject("test", ada.value()));
                got += hold instanceof Posting.Posted ? 1 : 0;
            }
            return got;
        });

        assertThat(holds.stream().mapToInt(got -> got).sum()).isEqualTo(30);
        assertThat(storage().statements().wallet(ada).balances().available())
                .isEqualTo(Credits.NONE);
    }

    /** The next unused id of this customer's, made from what the unit reads under its lock. */
    private TransferId samplesOf(Unit unit) {
        return TransferId.of("serial " + unit.ledger().wallet().sequence(), ada);
    }

    private void grantOne(Unit unit, TransferId id) {
        var unused = LedgerRules.of(unit, clock.instant(), LedgerSettings.DEFAULT)
                .grant(id, Grant.of(GrantSource.PROMOTION, new Credits(1)),
                        new Subject("test", id.value()), Cause.rule("test"));
    }

    private void writeEverything(Unit unit) {
        var claim = unit.customers().claim(customer);
        var posting = LedgerRules.of(unit, clock.instant(), LedgerSettings.DEFAULT)
                .grant(grant, Grant.signup(new Credits(60)), new Subject("customer", ada.value()),
                        Cause.rule("test"));
        unit.projects().add(project);
        var owner = unit.projects().claimRun("pipeline", run, project.id());
        unit.tasks().add(Task.of(ada, "test", project.id().value(), clock.instant()));
        unit.events().append(new TestEvent("hello"), clock.instant());
        unit.idempotentRequests()
                .save(new IdempotentRequest("POST /it", "key", SecretHash.of("body"), samples.id(),
                        clock.instant(), null));
        assertThat(claim).isNotNull();
        assertThat(posting).isInstanceOf(Posting.Posted.class);
        assertThat(owner).isEqualTo(project.id());
    }

    private void nothingIsThere() {
        assertThat(storage().customerDirectory().find(customer.identity())).isEmpty();
        assertThat(storage().customerDirectory().find(ada)).isEmpty();
        assertThat(storage().projectDirectory().ownerOf(project.id())).isEmpty();
        assertThat(storage().projectDirectory().findIdByRun(run)).isEmpty();
        assertThat(storage().statements().transfer(grant)).isEmpty();
        assertThat(storage().statements().wallet(ada).sequence()).isZero();
        assertThat(storage().statements().openGrants(ada)).isEmpty();
        assertThat(storage().projectHistory().find(project.id())).isEmpty();
        assertThat(storage().projectHistory().statistics(ada).total()).isZero();
        assertThat(storage().taskQueue().find(ada, "test", project.id().value())).isEmpty();
        assertThat(storage().reports().events(ada, 0, 10)).isEmpty();
        assertThat(find(ada, unit -> unit.idempotentRequests().find("POST /it", "key"))).isEmpty();
    }
}
