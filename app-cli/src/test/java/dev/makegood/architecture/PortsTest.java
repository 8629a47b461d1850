package dev.makegood.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 8, over the whole graph: at least two implementations of every port run its contract. */
class PortsTest {

    private static final JavaClasses ALL = new ClassFileImporter().importPackages("dev.makegood");
    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(new ShippedClasses())
            .importPackages("dev.makegood");

    /** Only core has ports: what an adapter declares is for its own use. */
    static Stream<Class<?>> ports() {
        return Ports.of(SHIPPED.that(resideInAnyPackage(DependenciesTest.CORE))).stream();
    }

    @ParameterizedTest
    @MethodSource("ports")
    void every_port_has_two_implementations(Class<?> port) {
        assertThat(Ports.implementationsOf(Ports.ofStorage(port), ALL)).as(port.getName())
                .hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("ports")
    void every_port_has_an_implementation_that_is_shipped(Class<?> port) {
        assertThat(Ports.implementationsOf(Ports.ofStorage(port), SHIPPED)
                .stream()
                .map(JavaClass::getPackageName)).as(port.getName())
                        .anyMatch(name -> !name.equals("dev.makegood.memory"));
    }

    @ParameterizedTest
    @MethodSource("ports")
    void the_contract_of_every_port_runs_on_two_implementations(Class<?> port) {
        assertThat(Ports.contractsOf(port, ALL).stream().flatMap(Ports::runsOf).distinct())
                .as(port.getName())
                .hasSizeGreaterThan(1);
    }
}
