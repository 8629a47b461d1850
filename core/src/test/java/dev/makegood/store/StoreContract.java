package dev.makegood.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makegood.Unit;
import dev.makegood.access.ApiKey;
import dev.makegood.access.Request;
import dev.makegood.access.Role;
import dev.makegood.access.SecretHash;
import dev.makegood.customer.Customer;
import dev.makegood.customer.CustomerId;
import dev.makegood.event.Cause;
import dev.makegood.ledger.About;
import dev.makegood.ledger.Book;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Grant;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Source;
import dev.makegood.ledger.Terms;
import dev.makegood.ledger.TransferId;
import dev.makegood.project.Project;
import dev.makegood.project.RunId;
import dev.makegood.task.Task;
import dev.makegood.testing.Crowd;
import dev.makegood.testing.OnStorage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link Store} must do. */
public abstract class StoreContract extends OnStorage {

    private static final class Stumble extends RuntimeException {}

    private static final class Fall extends Error {}

    private final Customer customer = new Customer(ada, samples.identity(), clock.instant());
    private final Project.Pending project = samples.free(ada);
    private final RunId run = new RunId("run-" + samples.id());
    private final TransferId grant = samples.transfer();

    @Test
    void a_unit_answers_what_its_work_answered() {
        String answer = in(ada, unit -> "it is " + unit.ledger().wallet().sequence());

        assertThat(answer).isEqualTo("it is 0");
    }

    @Test
    void everything_written_in_a_unit_is_there_afterwards() {
        change(ada, this::writeEverything);

        assertThat(storage().customerDirectory().find(customer.identity())).contains(ada);
        assertThat(storage().projectDirectory().ownerOf(project.id())).contains(ada);
        assertThat(storage().projectDirectory().ofRun(run)).contains(project.id());
        assertThat(storage().statements().transfer(grant)).isPresent();
        assertThat(storage().histories().find(project.id())).contains(project);
        assertThat(storage().taskQueue().find(ada, "test", project.id().value())).isPresent();
        assertThat(storage().reports().events(ada, 0, 10)).hasSize(2);
        assertThat(found(ada, unit -> unit.requests().find("POST /it", "key"))).isPresent();
    }

    @Test
    void a_unit_whose_work_throws_leaves_nothing_behind() {
        assertThatThrownBy(() -> change(ada, unit -> {
            writeEverything(unit);
            throw new Stumble();
        })).isInstanceOf(Stumble.class);

        nothingIsThere();
    }

    @Test
    void a_unit_that_ends_in_an_error_leaves_nothing_behind() {
        assertThatThrownBy(() -> change(ada, unit -> {
            writeEverything(unit);
            throw new Fall();
        })).isInstanceOf(Fall.class);

        nothingIsThere();
    }

    @Test
    void what_a_unit_wrote_can_be_written_again_after_it_was_taken_back() {
        assertThatThrownBy(() -> change(ada, unit -> {
            writeEverything(unit);
            throw new Stumble();
        })).isInstanceOf(Stumble.class);

        change(ada, this::writeEverything);

        assertThat(storage().histories().find(project.id())).contains(project);
    }

    @Test
    void a_key_saved_in_a_unit_that_throws_opens_nothing() {
        var key = new ApiKey("Ab" + samples.id().toString().replace("-", "").substring(0, 10),
                Role.APP, "a test", SecretHash.of("secret"), clock.instant(), null);

        assertThatThrownBy(() -> change(CustomerId.HOUSE, unit -> {
            unit.keys().save(key);
            throw new Stumble();
        })).isInstanceOf(Stumble.class);

        assertThat(storage().keyDirectory().find(key.id())).isEmpty();
    }

    @Test
    void a_unit_sees_what_it_wrote_itself() {
        change(ada, unit -> {
            writeEverything(unit);

            assertThat(unit.projects().find(project.id())).contains(project);
            assertThat(unit.ledger().transfer(grant)).isPresent();
            assertThat(unit.ledger().wallet().balances().available()).isEqualTo(new Credits(60));
            assertThat(unit.tasks().find("test", project.id().value())).isPresent();
            assertThat(unit.requests().find("POST /it", "key")).isPresent();
        });
    }

    @Test
    void the_units_of_one_customer_are_serial() {
        var inside = new AtomicInteger();
        var together = new AtomicInteger();
        var unused = Crowd.of(8, who -> {
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
        var unused = ledger().grant(grant, ada, Grant.of(Source.PURCHASE, new Credits(30)));

        var holds = Crowd.of(8, who -> {
            int got = 0;
            for (int i = 0; i < 10; i++) {
                var hold = ledger().hold(TransferId.of("hold " + who + "/" + i, ada), ada,
                        new Credits(1), new About("test", ada.value()));
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
        var unused = Book.of(unit, clock.instant(), Terms.USUAL)
                .grant(id, Grant.of(Source.PROMOTION, new Credits(1)),
                        new About("test", id.value()),
                        Cause.rule("test"));
    }

    private void writeEverything(Unit unit) {
        var claim = unit.customers().claim(customer);
        var posting = Book.of(unit, clock.instant(), Terms.USUAL)
                .grant(grant, Grant.signup(new Credits(60)), new About("welcome", ada.value()),
                        Cause.rule("test"));
        unit.projects().add(project);
        var owner = unit.projects().claimRun("pipeline", run, project.id());
        unit.tasks().add(Task.of(ada, "test", project.id().value(), clock.instant()));
        unit.events().append(new Said("hello"), clock.instant());
        unit.requests()
                .save(new Request("POST /it", "key", SecretHash.of("body"), samples.id(),
                        clock.instant(), null));
        assertThat(claim).isNotNull();
        assertThat(posting).isInstanceOf(Posting.Posted.class);
        assertThat(owner).isEqualTo(project.id());
    }

    private void nothingIsThere() {
        assertThat(storage().customerDirectory().find(customer.identity())).isEmpty();
        assertThat(storage().customerDirectory().find(ada)).isEmpty();
        assertThat(storage().projectDirectory().ownerOf(project.id())).isEmpty();
        assertThat(storage().projectDirectory().ofRun(run)).isEmpty();
        assertThat(storage().statements().transfer(grant)).isEmpty();
        assertThat(storage().statements().wallet(ada).sequence()).isZero();
        assertThat(storage().statements().openGrants(ada)).isEmpty();
        assertThat(storage().histories().find(project.id())).isEmpty();
        assertThat(storage().histories().statistics(ada).total()).isZero();
        assertThat(storage().taskQueue().find(ada, "test", project.id().value())).isEmpty();
        assertThat(storage().reports().events(ada, 0, 10)).isEmpty();
        assertThat(found(ada, unit -> unit.requests().find("POST /it", "key"))).isEmpty();
    }
}
