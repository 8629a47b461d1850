package dev.makegood.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.testing.StorageTestBase;
import org.junit.jupiter.api.Test;

/** What a {@link StorageProbe} must do, while nothing is wrong. */
public abstract class StorageProbeContract extends StorageTestBase {

    private StorageProbe probe() {
        return storage().probe();
    }

    @Test
    void its_time_does_not_run_back() {
        var first = probe().now();
        var second = probe().now();

        assertThat(second).isAfterOrEqualTo(first);
    }

    @Test
    void a_storage_that_works_is_writable_again_and_again() {
        for (int i = 0; i < 3; i++) {
            probe().checkWritable();
        }
        assertThat(storage().reports().events(ada, 0, 10)).as("nothing is left behind").isEmpty();
    }

    @Test
    void where_nobody_waits_nobody_is_expected_to() {
        assertThat(probe().expectedUnitWait()).isZero();
        assertThat(probe().expectedReadWait()).isZero();
    }
}
