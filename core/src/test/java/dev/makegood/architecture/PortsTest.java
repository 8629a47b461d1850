package dev.makegood.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.pricing.PriceList;
import dev.makegood.project.Pipeline;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every port has a contract that adapters extend, and somebody here who keeps it. */
class PortsTest {

    static Stream<Class<?>> ports() {
        var kept = Stream.of(Storage.class, Unit.class)
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> method.getParameterCount() == 0)
                .map(Method::getReturnType);
        return Stream.concat(kept, Stream.of(Storage.class, Unit.class, Pipeline.class,
                PaymentGateway.class, PriceList.class)).<Class<?>>map(type -> type).distinct();
    }

    @ParameterizedTest
    @MethodSource("ports")
    void every_port_has_a_contract(Class<?> port) {
        assertThat(Core.TESTS.stream()
                .filter(test -> test.getName().matches(".*Contract"))
                .filter(contract -> knows(contract, port)))
                        .as("contracts that try %s", port.getSimpleName())
                        .isNotEmpty();
    }

    private static boolean knows(JavaClass contract, Class<?> port) {
        return contract.getDirectDependenciesFromSelf()
                .stream()
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(port));
    }

    @ParameterizedTest
    @MethodSource("ports")
    void every_port_is_kept_by_somebody_here(Class<?> port) {
        assertThat(Stream.concat(Core.CLASSES.stream(), Core.TESTS.stream())
                .filter(type -> !type.isInterface() && type.isAssignableTo(port)))
                        .as("who keeps %s", port.getSimpleName())
                        .isNotEmpty();
    }

    @Test
    void a_port_has_nine_methods_at_most() {
        assertThat(ports().filter(port -> port != Storage.class && port != Unit.class))
                .allMatch(port -> port.getDeclaredMethods().length <= 9);
    }
}
