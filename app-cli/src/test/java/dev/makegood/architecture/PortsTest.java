package dev.makegood.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.makegood.Storage;
import dev.makegood.StorageContract;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.PriceListContract;
import dev.makegood.project.Pipeline;
import dev.makegood.project.PipelineContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 8: every port has a contract test, and at least two who keep it. */
class PortsTest {

    private static final JavaClasses ALL = new ClassFileImporter().importPackages("dev.makegood");

    @Test
    void a_port_of_the_storage_is_kept_in_memory_and_in_postgresql() {
        for (var port : portsOf("dev.makegood.memory")) {
            assertThat(keepersOf(port)).as(port.getName())
                    .anyMatch(type -> type.getPackageName().equals("dev.makegood.memory"))
                    .anyMatch(type -> type.getPackageName().equals("dev.makegood.persistence"));
        }
    }

    @Test
    void a_port_to_the_outside_has_a_contract_and_at_least_two_who_keep_it() {
        var contracts = Map.of(Storage.class, StorageContract.class,
                Pipeline.class, PipelineContract.class,
                PriceList.class, PriceListContract.class);
        contracts.forEach((port, contract) -> {
            assertThat(keepersOf(ALL.get(port))).as(port.getName()).hasSizeGreaterThan(1);
            assertThat(ALL.get(contract).getAllSubclasses()).as(contract.getName())
                    .hasSizeGreaterThan(1);
        });
    }

    /** The interfaces of core that somebody in this package keeps. */
    private static List<JavaClass> portsOf(String twins) {
        return ALL.stream()
                .filter(type -> type.getPackageName().equals(twins))
                .flatMap(type -> type.getRawInterfaces().stream())
                .filter(port -> !port.getPackageName().equals(twins))
                .filter(port -> port.getPackageName().startsWith("dev.makegood"))
                .distinct()
                .toList();
    }

    private static List<JavaClass> keepersOf(JavaClass port) {
        return port.getAllSubclasses()
                .stream()
                .filter(type -> !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .toList();
    }
}
