package dev.makegood.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.OnStorage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Requests} must do. */
public abstract class RequestsContract extends OnStorage {

    private static final String ROUTE = "POST /v1/projects";

    private final Request request = begun("key", clock.instant());

    @Test
    void a_request_is_found_as_it_was_saved() {
        save(request);

        assertThat(find("key")).contains(request);
        assertThat(find("another")).isEmpty();
        assertThat(found(ada, unit -> unit.requests().find("GET /v1/projects", "key"))).isEmpty();
        assertThat(found(bob, unit -> unit.requests().find(ROUTE, "key"))).isEmpty();
    }

    @Test
    void an_answer_is_kept_with_its_request() {
        var answered = request.answered(
                new Request.Answer(402, "{\"title\": \"«Ω» 🐈\"}" + "x".repeat(50_000)));
        save(request);
        save(answered);

        assertThat(find("key")).contains(answered);
    }

    @Test
    void a_request_that_starts_again_has_no_answer() {
        var again = request.startedAgain(clock.instant().plusSeconds(61));
        save(request.answered(new Request.Answer(200, "")));
        save(again);

        assertThat(find("key")).contains(again);
    }

    @Test
    void the_longest_key_is_kept() {
        var longest = begun("k".repeat(255), clock.instant());
        save(longest);

        assertThat(find(longest.key())).contains(longest);
    }

    @Test
    void a_request_is_forgotten_and_forgotten_again() {
        save(request);

        change(ada, unit -> unit.requests().remove(ROUTE, "key"));
        change(ada, unit -> unit.requests().remove(ROUTE, "key"));

        assertThat(find("key")).isEmpty();
    }

    @Test
    void what_began_before_a_moment_is_forgotten_of_this_customer_only() {
        var old = begun("old", clock.instant().minusSeconds(1));
        save(request);
        save(old);
        change(bob, unit -> unit.requests().save(old));

        change(ada, unit -> unit.requests().forgetBefore(clock.instant()));

        assertThat(find("old")).isEmpty();
        assertThat(find("key")).contains(request);
        assertThat(found(bob, unit -> unit.requests().find(ROUTE, "old"))).contains(old);
    }

    private Request begun(String key, Instant at) {
        return new Request(ROUTE, key, SecretHash.of("body"), samples.id(), at, null);
    }

    private Optional<Request> find(String key) {
        return in(ada, unit -> unit.requests().find(ROUTE, key));
    }

    private void save(Request saved) {
        change(ada, unit -> unit.requests().save(saved));
    }
}
