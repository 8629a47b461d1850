package dev.makegood.httpclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedInputStreamTest {

    @Test
    void as_many_bytes_as_the_budget_has_are_read() throws Exception {
        try (var stream = new BoundedInputStream(bytes(10), new ByteBudget(10))) {
            assertThat(stream.readAllBytes()).hasSize(10);
        }
    }

    @Test
    void one_byte_more_fails_however_it_is_read() {
        assertThatThrownBy(() -> bounded().readAllBytes())
                .isInstanceOf(BodyTooLargeException.class)
                .hasMessage("longer than 10 bytes");
        assertThatThrownBy(() -> bounded().skipNBytes(11))
                .isInstanceOf(BodyTooLargeException.class);
        assertThatThrownBy(() -> {
            var stream = bounded();
            while (stream.read() >= 0) { /* to its end */ }
        }).isInstanceOf(BodyTooLargeException.class);
        assertThat(bounded().markSupported()).isFalse();
    }

    @Test
    void several_streams_can_share_one_budget() throws Exception {
        var shared = new ByteBudget(15);
        try (var first = new BoundedInputStream(bytes(10), new ByteBudget(10), shared);
                var second = new BoundedInputStream(bytes(10), new ByteBudget(10), shared)) {
            assertThat(first.readAllBytes()).hasSize(10);
            assertThatThrownBy(second::readAllBytes).isInstanceOf(BodyTooLargeException.class);
        }
    }

    private static InputStream bounded() {
        return new BoundedInputStream(bytes(11), new ByteBudget(10));
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
