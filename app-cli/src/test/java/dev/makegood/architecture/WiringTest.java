package dev.makegood.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.makegood.store.Store;
import java.util.List;

/** Rules 5 and 7: only wiring makes adapters, and only desks open units of work. */
@AnalyzeClasses(packages = "dev.makegood", importOptions = ShippedClasses.class)
class WiringTest {

    private static final String[] APPS = {"dev.makegood.server..", "dev.makegood.cli.."};
    @ArchTest
    static final ArchRule R5_only_wiring_makes_adapters = noClasses()
            .that()
            .resideInAnyPackage(APPS)
            .and()
            .haveSimpleNameNotEndingWith("Wiring")
            .should()
            .callCodeUnitWhere(madeThere());

    @ArchTest
    static final ArchRule R7_only_desks_open_units_of_work = noClasses()
            .that()
            .resideOutsideOfPackages(DependenciesTest.CORE)
            .should()
            .callCodeUnitWhere(opensAUnit());

    private static DescribedPredicate<JavaCall<?>> madeThere() {
        return DescribedPredicate.describe("make an adapter of a port", call -> {
            var owner = call.getTargetOwner();
            return isAdapter(owner)
                    && (call.getName().equals("<init>")
                            || call.getTarget()
                                    .resolveMember()
                                    .filter(it -> it.getModifiers().contains(JavaModifier.STATIC))
                                    .isPresent());
        });
    }

    /** An implementation of a port of core, in a package of neither core nor an application. */
    private static boolean isAdapter(JavaClass type) {
        return resideInAPackage("dev.makegood..").test(type)
                && !resideInAnyPackage(DependenciesTest.CORE).test(type)
                && !resideInAnyPackage(APPS).test(type)
                && type.getAllRawInterfaces().stream().anyMatch(WiringTest::isPort);
    }

    private static boolean isPort(JavaClass type) {
        return resideInAnyPackage(DependenciesTest.CORE).test(type)
                && Ports.isPort(type.reflect());
    }

    private static DescribedPredicate<JavaCall<?>> opensAUnit() {
        return DescribedPredicate.describe("open a unit of work",
                call -> call.getTargetOwner().isAssignableTo(Store.class)
                        && List.of("write", "change").contains(call.getName()));
    }
}
