package dev.makegood.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.access.IdempotencyKeys.AlreadyAnswered;
import dev.makegood.access.IdempotencyKeys.IdempotencyMismatch;
import dev.makegood.access.IdempotencyKeys.InProgress;
import dev.makegood.access.IdempotencyKeys.NewRequest;
import dev.makegood.customer.CustomerId;
import dev.makegood.testing.ConcurrentCalls;
import dev.makegood.testing.MakegoodFixture;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest {

    private static final String ROUTE = "POST /v1/projects";
    private static final IdempotentRequest.StoredResponse CREATED =
            new IdempotentRequest.StoredResponse(201, "{}");

    private final MakegoodFixture fixture = MakegoodFixture.inMemory();
    private final IdempotencyKeys idempotencyKeys = fixture.makegood.idempotencyKeys();
    private final CustomerId ada = fixture.samples.customer();
    private final SecretHash body = SecretHash.of("body");
    private final UUID first = fixture.samples.id();

    private IdempotencyKeys.IdempotencyCheck begin() {
        return idempotencyKeys.begin(ada, ROUTE, "key", body, first);
    }

    private IdempotencyKeys.IdempotencyCheck beginAgain() {
        return idempotencyKeys.begin(ada, ROUTE, "key", body, fixture.samples.id());
    }

    @Test
    void the_first_of_its_kind_makes_what_it_wants() {
        assertThat(begin()).isEqualTo(new NewRequest(first, fixture.clock.instant()));
    }

    @Test
    void a_request_that_was_answered_is_answered_the_same() {
        begin();
        idempotencyKeys.recordResponse(ada, ROUTE, "key", CREATED);

        assertThat(beginAgain()).isEqualTo(new AlreadyAnswered(CREATED));
        fixture.clock.advance(Duration.ofDays(29));
        assertThat(beginAgain()).isEqualTo(new AlreadyAnswered(CREATED));
    }

    @Test
    void a_repeat_of_a_running_request_waits_a_minute_at_most() {
        begin();
        fixture.clock.advance(Duration.ofSeconds(20));

        assertThat(beginAgain()).isEqualTo(new InProgress(Duration.ofSeconds(40)));
    }

    @Test
    void a_request_whose_runner_is_gone_makes_the_same_thing() {
        begin();
        fixture.clock.advance(Duration.ofSeconds(60));

        assertThat(beginAgain()).isEqualTo(new NewRequest(first, fixture.clock.instant()));
        assertThat(beginAgain()).as("and runs again").isInstanceOf(InProgress.class);
    }

    @Test
    void a_request_that_was_interrupted_is_begun_again_at_once_and_makes_the_same_thing() {
        begin();
        idempotencyKeys.interrupt(ada, ROUTE, "key", first);

        assertThat(beginAgain()).isEqualTo(new NewRequest(first, fixture.clock.instant()));
        assertThat(beginAgain()).as("and runs again").isInstanceOf(InProgress.class);
    }

    @Test
    void only_the_request_that_runs_is_interrupted_and_no_answer_is_lost() {
        begin();
        idempotencyKeys.interrupt(ada, ROUTE, "key", fixture.samples.id());
        assertThat(beginAgain()).isInstanceOf(InProgress.class);

        idempotencyKeys.recordResponse(ada, ROUTE, "key", CREATED);
        idempotencyKeys.interrupt(ada, ROUTE, "key", first);
        assertThat(beginAgain()).isEqualTo(new AlreadyAnswered(CREATED));
    }

    @Test
    void a_key_is_not_used_for_another_request() {
        begin();

        assertThat(idempotencyKeys.begin(ada, ROUTE, "key", SecretHash.of("another"), first))
                .isEqualTo(new IdempotencyMismatch());
        assertThat(idempotencyKeys.begin(ada, "POST /v1/other", "key", SecretHash.of("another"),
                first))
                        .isInstanceOf(NewRequest.class);
        assertThat(idempotencyKeys.begin(fixture.samples.customer(), ROUTE, "key",
                SecretHash.of("x"), first))
                        .isInstanceOf(NewRequest.class);
    }

    @Test
    void a_request_that_was_refused_leaves_its_key_free() {
        idempotencyKeys.forget(ada, ROUTE, "key", ((NewRequest) begin()).startedAt());

        assertThat(idempotencyKeys.begin(ada, ROUTE, "key", SecretHash.of("another"), first))
                .isEqualTo(new NewRequest(first, fixture.clock.instant()));
    }

    @Test
    void a_refusal_that_was_overtaken_frees_no_key() {
        var refused = (NewRequest) begin();
        fixture.clock.advance(Duration.ofSeconds(60));
        beginAgain();

        idempotencyKeys.forget(ada, ROUTE, "key", refused.startedAt());

        assertThat(beginAgain()).as("the one that overtook it runs").isInstanceOf(InProgress.class);
        idempotencyKeys.recordResponse(ada, ROUTE, "key", CREATED);
        assertThat(beginAgain()).isEqualTo(new AlreadyAnswered(CREATED));
    }

    @Test
    void a_key_is_forgotten_after_thirty_days() {
        begin();
        idempotencyKeys.recordResponse(ada, ROUTE, "key", CREATED);
        fixture.clock.advance(Duration.ofDays(30).plusNanos(1_000));

        assertThat(beginAgain()).isInstanceOf(NewRequest.class);
    }

    @Test
    void of_many_at_once_one_begins() {
        var beginnings = ConcurrentCalls.run(8, who -> begin());

        assertThat(beginnings).filteredOn(NewRequest.class::isInstance).hasSize(1);
        assertThat(beginnings).filteredOn(InProgress.class::isInstance).hasSize(7);
    }

    @Test
    void the_requests_of_customers_who_do_not_come_back_are_forgotten_too() {
        begin();
        idempotencyKeys.begin(bob(), ROUTE, "key", body, first);
        fixture.clock.advance(Duration.ofDays(30).plusSeconds(1));
        idempotencyKeys.begin(bob(), ROUTE, "another", body, first);
        var expired = fixture.makegood.expiredRequests();

        assertThat(expired.removeNext(1) + expired.removeNext(1)).isEqualTo(1);

        assertThat(isStored(ada, "key")).isFalse();
        assertThat(isStored(bob(), "another")).isTrue();
    }

    private boolean isStored(CustomerId customer, String key) {
        return fixture.storage.write(customer,
                unit -> unit.idempotentRequests().find(ROUTE, key).isPresent());
    }

    private static CustomerId bob() {
        return new CustomerId(new UUID(0, 8));
    }
}
