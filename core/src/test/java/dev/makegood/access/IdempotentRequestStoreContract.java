package dev.makegood.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.customer.CustomerId;
import dev.makegood.testing.StorageTestBase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link IdempotentRequestStore} must do. */
public abstract class IdempotentRequestStoreContract extends StorageTestBase {

    private static final String ROUTE = "POST /v1/projects";

    private final IdempotentRequest request = newRequest("key", clock.instant());

    @Test
    void a_request_is_found_as_it_was_saved() {
        save(request);

        assertThat(find("key")).contains(request);
        assertThat(find("another")).isEmpty();
        assertThat(find(ada, unit -> unit.idempotentRequests().find("GET /v1/projects", "key")))
                .isEmpty();
        assertThat(find(bob, unit -> unit.idempotentRequests().find(ROUTE, "key"))).isEmpty();
    }

    @Test
    void an_answer_is_kept_with_its_request() {
        var answered = request.withResponse(
                new IdempotentRequest.StoredResponse(402,
                        "{\"title\": \"«Ω» 🐈\"}" + "x".repeat(50_000)));
        save(request);
        save(answered);

        assertThat(find("key")).contains(answered);
    }

    @Test
    void a_request_that_starts_again_has_no_answer() {
        var again = request.restart(clock.instant().plusSeconds(61));
        save(request.withResponse(new IdempotentRequest.StoredResponse(200, "")));
        save(again);

        assertThat(find("key")).contains(again);
    }

    @Test
    void the_longest_key_is_kept() {
        var longest = newRequest("k".repeat(255), clock.instant());
        save(longest);

        assertThat(find(longest.key())).contains(longest);
    }

    @Test
    void a_request_is_forgotten_and_forgotten_again() {
        save(request);

        change(ada, unit -> unit.idempotentRequests().remove(ROUTE, "key"));
        change(ada, unit -> unit.idempotentRequests().remove(ROUTE, "key"));

        assertThat(find("key")).isEmpty();
    }

    @Test
    void customers_with_old_requests_are_found_in_pages() {
        var old = newRequest("old", clock.instant().minusSeconds(1));
        save(old);
        save(newRequest("older", clock.instant().minusSeconds(2)));
        change(bob, unit -> unit.idempotentRequests().save(request));

        var all = new ArrayList<CustomerId>();
        for (var page = before(null); !page.isEmpty(); page = before(page.getLast())) {
            all.addAll(page);
        }

        assertThat(all).doesNotHaveDuplicates().contains(ada).doesNotContain(bob);
    }

    private List<CustomerId> before(@Nullable CustomerId after) {
        return storage().idempotentRequestDirectory()
                .customersWithRequestsBefore(clock.instant(), after, 2);
    }

    @Test
    void whether_a_customer_has_a_request_is_read_without_a_unit() {
        save(request);

        var directory = storage().idempotentRequestDirectory();
        assertThat(directory.contains(ada, ROUTE, "key")).isTrue();
        assertThat(directory.contains(ada, ROUTE, "other")).isFalse();
        assertThat(directory.contains(ada, "POST /other", "key")).isFalse();
        assertThat(directory.contains(bob, ROUTE, "key")).isFalse();
    }

    @Test
    void what_began_before_a_moment_is_forgotten_of_this_customer_only() {
        var old = newRequest("old", clock.instant().minusSeconds(1));
        save(request);
        save(old);
        change(bob, unit -> unit.idempotentRequests().save(old));

        change(ada, unit -> unit.idempotentRequests().removeStartedBefore(clock.instant()));

        assertThat(find("old")).isEmpty();
        assertThat(find("key")).contains(request);
        assertThat(find(bob, unit -> unit.idempotentRequests().find(ROUTE, "old"))).contains(old);
    }

    private IdempotentRequest newRequest(String key, Instant at) {
        return new IdempotentRequest(ROUTE, key, SecretHash.of("body"), samples.id(), at, null);
    }

    private Optional<IdempotentRequest> find(String key) {
        return write(ada, unit -> unit.idempotentRequests().find(ROUTE, key));
    }

    private void save(IdempotentRequest saved) {
        change(ada, unit -> unit.idempotentRequests().save(saved));
    }
}
