package dev.makegood.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.yookassa.YooKassaLookup.LookupAbsent;
import dev.makegood.yookassa.YooKassaLookup.LookupUnknown;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class NoticeLookupsTest {

    private final AtomicReference<Instant> clock =
            new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
    private final NoticeLookups lookups = new NoticeLookups(clock::get);
    private final AtomicInteger reads = new AtomicInteger();

    private YooKassaLookup<YooKassaPaymentHistory> find(String object, int claim) {
        return lookups.find(object, claim, () -> false, () -> {
            reads.incrementAndGet();
            return new LookupAbsent<>("absent");
        });
    }

    @Test
    void an_object_is_read_once_a_second_and_once_more_for_a_more_final_claim() {
        for (int i = 0; i < 10; i++) {
            assertThat(find("payment/a", 0)).isInstanceOf(LookupAbsent.class);
        }
        assertThat(reads).hasValue(1);
        assertThat(find("payment/a", 2)).isInstanceOf(LookupAbsent.class);
        assertThat(find("payment/a", 1)).isInstanceOf(LookupAbsent.class);
        assertThat(reads).hasValue(2);
        assertThat(find("payment/b", 0)).isInstanceOf(LookupAbsent.class);
        assertThat(reads).hasValue(3);

        clock.updateAndGet(now -> now.plus(Duration.ofSeconds(1)));

        assertThat(find("payment/a", 0)).isInstanceOf(LookupAbsent.class);
        assertThat(reads).hasValue(4);
    }

    @Test
    void a_few_are_read_at_once_and_the_rest_shall_come_again() throws InterruptedException {
        var released = new CountDownLatch(1);
        var answered = new CountDownLatch(192);
        var lookupsSeen = new ConcurrentLinkedQueue<YooKassaLookup<YooKassaPaymentHistory>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                var object = "payment/" + i;
                threads.execute(() -> {
                    lookupsSeen.add(lookups.find(object, 2, () -> false, () -> {
                        reads.incrementAndGet();
                        awaitUninterruptibly(released);
                        return new LookupAbsent<>("absent");
                    }));
                    answered.countDown();
                });
            }
            answered.await();
            assertThat(lookupsSeen).hasSize(192).allMatch(LookupUnknown.class::isInstance);
            released.countDown();
        }
        assertThat(reads).hasValue(8);
        assertThat(lookupsSeen).hasSize(200);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
