package dev.makegood.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.money.Money;
import dev.makegood.payment.PaymentId;
import dev.makegood.pricing.Calculation;
import dev.makegood.pricing.Hostname;
import dev.makegood.testing.OnStorage;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link GenerationStore}, {@link GenerationDirectory} and store of calculations must do. */
public abstract class GenerationStoreContract extends OnStorage {

    private final Hostname site = new Hostname("site-" + samples.id() + ".example");
    private GenerationRequest wish;

    @BeforeEach
    void somebodyWishes() {
        wish = request(114_818);
    }

    private GenerationRequest request(long price) {
        var project = samples.free(ada);
        add(project);
        return new GenerationRequest(project.id(), ada, site, "gemini", Money.of(price, "EUR"),
                null, false,
                clock.instant());
    }

    @Test
    void a_request_is_found_as_it_was_saved_by_its_owner_only() {
        save(wish);

        assertThat(found(ada, unit -> unit.generations().find(wish.id()))).contains(wish);
        assertThat(found(bob, unit -> unit.generations().find(wish.id()))).isEmpty();
        assertThat(storage().generationDirectory().find(wish.id())).contains(wish);
    }

    @Test
    void what_waits_for_its_payment_is_found_until_it_is_paid() {
        save(wish.askedFor(new PaymentId(samples.id())));
        assertThat(found(ada, unit -> unit.generations().unpaid(site, "gemini"))).isPresent();
        assertThat(found(ada, unit -> unit.generations().unpaid(site, "ollama"))).isEmpty();
        assertThat(storage().generationDirectory().waiting(site, 10)).hasSize(1);

        save(wish.paidBy(new PaymentId(samples.id())));

        assertThat(found(ada, unit -> unit.generations().unpaid(site, "gemini"))).isEmpty();
        assertThat(storage().generationDirectory().waiting(site, 10)).isEmpty();
        assertThat(storage().generationDirectory().isPaidFor(site)).isTrue();
    }

    @Test
    void what_is_closed_makes_room_for_the_next() {
        save(wish);
        change(ada, unit -> unit.generations().close(wish.id()));
        var next = request(5);
        save(next);

        assertThat(found(ada, unit -> unit.generations().unpaid(site, "gemini"))).contains(next);
        assertThat(storage().generationDirectory().isPaidFor(site)).isFalse();
    }

    @Test
    void what_is_closed_stays_so_unless_it_is_paid_after_all() {
        save(wish);
        change(ada, unit -> unit.generations().close(wish.id()));
        save(request(5));

        save(wish.askedFor(new PaymentId(samples.id())));
        assertThat(storage().generationDirectory().waiting(site, 10)).hasSize(1);

        save(wish.paidBy(new PaymentId(samples.id())));
        assertThat(storage().generationDirectory().isPaidFor(site)).isTrue();
    }

    @Test
    void what_is_paid_is_not_closed() {
        save(wish.paidBy(new PaymentId(samples.id())));

        change(ada, unit -> unit.generations().close(wish.id()));

        assertThat(storage().generationDirectory().isPaidFor(site)).isTrue();
    }

    @Test
    void what_is_free_waits_for_nothing() {
        save(request(0));

        assertThat(found(ada, unit -> unit.generations().unpaid(site, "gemini"))).isEmpty();
        assertThat(storage().generationDirectory().waiting(site, 10)).isEmpty();
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
                new Calculation.Price("gemini", Money.of(114_818, "EUR"), new BigDecimal(perUrl)),
                new Calculation.Price("ollama", Money.of(0, "EUR"), new BigDecimal("0"))),
                clock.instant());
    }

    private void save(GenerationRequest request) {
        change(ada, unit -> unit.generations().save(request));
    }
}
