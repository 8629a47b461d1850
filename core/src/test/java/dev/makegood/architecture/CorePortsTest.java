package dev.makegood.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.payment.NoticeReader;
import dev.makegood.project.Pipeline;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 8: every port has a contract that runs here, on an implementation in memory or a fake. */
class CorePortsTest {

    static Stream<Class<?>> ports() {
        return Ports.of(CoreClasses.CLASSES).stream();
    }

    @Test
    void ports_are_found() {
        assertThat(ports()).contains(Storage.class, Unit.class, Pipeline.class,
                NoticeReader.class).hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @MethodSource("ports")
    void every_port_has_a_contract(Class<?> port) {
        assertThat(Ports.contractsOf(port, CoreClasses.TESTS))
                .as("contracts of %s", port.getSimpleName())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("ports")
    void every_port_has_an_implementation_in_memory_or_a_fake(Class<?> port) {
        assertThat(Stream.of(CoreClasses.CLASSES, CoreClasses.TESTS)
                .flatMap(classes -> Ports.implementationsOf(port, classes).stream()))
                        .as("implementations of %s", port.getSimpleName())
                        .isNotEmpty();
    }

    @Test
    void a_port_has_nine_methods_at_most() {
        assertThat(ports().filter(port -> port != Storage.class && !port.isMemberClass()))
                .allMatch(port -> port.getDeclaredMethods().length <= 9);
    }
}
