package dev.makegood.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentId;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Hostname;
import dev.makegood.testing.StorageTestBase;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link GenerationStore}, {@link GenerationDirectory} and store of calculations must
 * do.
 */
public abstract class GenerationStoreContract extends StorageTestBase {

    private final Hostname site = new Hostname("site-" + samples.id() + ".example");
    private GenerationRequest waiting;

    @BeforeEach
    void createRequest() {
        waiting = request(114_818);
    }

    private GenerationRequest request(long price) {
        var project = samples.freeProject(ada);
        add(project);
        return new GenerationRequest(project.id(), ada, site, "gemini", Money.of(price, "EUR"),
                null, false, clock.instant());
    }

    @Test
    void a_request_is_found_as_it_was_saved_by_its_owner_only() {
        save(waiting);

        assertThat(find(ada, unit -> unit.generations().find(waiting.id()))).contains(waiting);
        assertThat(find(bob, unit -> unit.generations().find(waiting.id()))).isEmpty();
        assertThat(storage().generationDirectory().find(waiting.id())).contains(waiting);
    }

    @Test
    void what_waits_for_its_payment_is_found_until_it_is_paid() {
        save(waiting.withPayment(new PaymentId(samples.id())));
        assertThat(find(ada, unit -> unit.generations().findUnpaid(site, "gemini"))).isPresent();
        assertThat(find(ada, unit -> unit.generations().findUnpaid(site, "ollama"))).isEmpty();
        assertThat(storage().generationDirectory().findAwaitingPayment(site, 10)).hasSize(1);

        save(waiting.withSucceededPayment(new PaymentId(samples.id())));

        assertThat(find(ada, unit -> unit.generations().findUnpaid(site, "gemini"))).isEmpty();
        assertThat(storage().generationDirectory().findAwaitingPayment(site, 10)).isEmpty();
        assertThat(storage().generationDirectory().isPaidFor(site)).isTrue();
    }

    @Test
    void what_is_closed_makes_room_for_the_next() {
        save(waiting);
        change(ada, unit -> unit.generations().close(waiting.id()));
        var next = request(5);
        save(next);

        assertThat(find(ada, unit -> unit.generations().findUnpaid(site, "gemini"))).contains(next);
        assertThat(storage().generationDirectory().isPaidFor(site)).isFalse();
    }

    @Test
    void what_is_closed_stays_so_unless_it_is_paid_after_all() {
        save(waiting);
        change(ada, unit -> unit.generations().close(waiting.id()));
        save(request(5));

        save(waiting.withPayment(new PaymentId(samples.id())));
        assertThat(storage().generationDirectory().findAwaitingPayment(site, 10)).hasSize(1);

        save(waiting.withSucceededPayment(new PaymentId(samples.id())));
        assertThat(storage().generationDirectory().isPaidFor(site)).isTrue();
    }

    @Test
    void what_is_paid_is_not_closed() {
        save(waiting.withSucceededPayment(new PaymentId(samples.id())));

        change(ada, unit -> unit.generations().close(waiting.id()));

        assertThat(storage().generationDirectory().isPaidFor(site)).isTrue();
    }

    @Test
    void what_is_free_waits_for_nothing() {
        save(request(0));

        assertThat(find(ada, unit -> unit.generations().findUnpaid(site, "gemini"))).isEmpty();
        assertThat(storage().generationDirectory().findAwaitingPayment(site, 10)).isEmpty();
    }

    @Test
    void a_calculation_is_kept_replaced_and_removed() {
        var first = calculation("0.00097");
        var second = calculation("0.00000001");

        storage().calculations().save(first);
        storage().calculations().save(second);

        assertThat(storage().calculations().find(site)).contains(second);
        assertThat(storage().calculations().remove(site)).isTrue();
        assertThat(storage().calculations().remove(site)).isFalse();
        assertThat(storage().calculations().find(site)).isEmpty();
    }

    private Calculation calculation(String perUrl) {
        return new Calculation(site, Currency.getInstance("EUR"), List.of(
                new Calculation.ProviderPrice("gemini", Money.of(114_818, "EUR"),
                        new BigDecimal(perUrl)),
                new Calculation.ProviderPrice("ollama", Money.of(0, "EUR"), new BigDecimal("0"))),
                clock.instant());
    }

    private void save(GenerationRequest request) {
        change(ada, unit -> unit.generations().save(request));
    }
}
