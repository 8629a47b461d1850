package dev.makegood.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dependencies run one way: which package may know which, written out. */
class PackagesTest {

    private static final String ROOT = "dev.makegood";

    /**
     * Each package and what it may know; the root knows all but units and memory, which no package knows.
     */
    private static final Map<String, Set<String>> KNOWS = Map.ofEntries(
            Map.entry("customer", Set.of()),
            Map.entry("csv", Set.of()),
            Map.entry("hash", Set.of()),
            Map.entry("money", Set.of()),
            Map.entry("store", Set.of("customer")),
            Map.entry("task", Set.of("customer")),
            Map.entry("event", Set.of("customer", "hash")),
            Map.entry("access", Set.of("customer", "hash", "store", "event")),
            Map.entry("ledger", Set.of("customer", "hash", "store", "task", "event")),
            Map.entry("pricing", Set.of("hash", "money", "ledger", "event")),
            Map.entry("project", Set.of("customer", "hash", "store", "task", "event", "ledger",
                    "pricing")),
            Map.entry("payment", Set.of("customer", "hash", "store", "task", "event", "money",
                    "ledger")),
            Map.entry("generation", Set.of("customer", "hash", "store", "task", "event", "money",
                    "pricing", "project", "payment")),
            Map.entry("report", Set.of("csv", "customer", "event", "money", "ledger", "payment")),
            Map.entry("closing", Set.of("hash", "event", "ledger")),
            Map.entry("audit", Set.of("customer", "hash", "event", "closing", "money", "ledger",
                    "pricing", "project", "payment", "generation")),
            Map.entry("anchor", Set.of("customer", "hash", "event", "ledger", "audit")),
            Map.entry("archive", Set.of("customer", "hash", "store", "event", "ledger", "closing",
                    "audit", "anchor")));

    static Stream<String> packages() {
        return KNOWS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_knows_only_those_before_it(String name) {
        var allowed = Stream.concat(Stream.of(name), KNOWS.get(name).stream())
                .map(known -> ROOT + "." + known)
                .toArray(String[]::new);

        noClasses().that(resideInAPackage(ROOT + "." + name))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(resideOutsideOfPackages(allowed)))
                .check(CoreClasses.CLASSES);
    }

    @Test
    void every_package_stands_in_the_list() {
        var packages = CoreClasses.CLASSES.stream().map(JavaClass::getPackageName).collect(toSet());
        packages.removeAll(
                List.of(ROOT, ROOT + ".memory", ROOT + ".unit", ROOT + ".unit.table"));

        assertThat(packages).containsExactlyInAnyOrderElementsOf(
                KNOWS.keySet().stream().map(name -> ROOT + "." + name).toList());
    }

    @Test
    void no_package_knows_memory() {
        noClasses().that(resideOutsideOfPackages(ROOT + ".memory.."))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".memory.."))
                .check(CoreClasses.CLASSES);
    }

    @Test
    void only_storages_know_how_a_unit_works() {
        noClasses().that(resideOutsideOfPackages(ROOT + ".memory..", ROOT + ".unit.."))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".unit.."))
                .check(CoreClasses.CLASSES);
    }

    @Test
    void nothing_goes_in_circles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CoreClasses.CLASSES);
    }

    @Test
    void packages_are_concepts_and_never_layers() {
        assertThat(CoreClasses.CLASSES.stream().map(JavaClass::getPackageName))
                .noneMatch(name -> name.matches(".*\\.(domain|service|port|impl|util|common).*"));
    }
}
