package dev.makegood.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.makegood.Storage;
import dev.makegood.payment.GatewayBooks;
import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.PaymentGateway;
import dev.makegood.pricing.PriceList;
import dev.makegood.pricing.SiteMeasure;
import dev.makegood.project.Pipeline;
import dev.makegood.store.Store;
import java.util.List;

/** Rules 5 and 7: who makes adapters, and who opens units of work. */
@AnalyzeClasses(packages = "dev.makegood", importOptions = Shipped.class)
class WiringTest {

    private static final String[] APPS = {"dev.makegood.server..", "dev.makegood.cli.."};
    private static final List<Class<?>> PORTS =
            List.of(Storage.class, PriceList.class, Pipeline.class, PaymentGateway.class,
                    NoticeReader.class, GatewayBooks.class, SiteMeasure.class);

    @ArchTest
    static final ArchRule R5_only_wiring_makes_adapters = noClasses()
            .that()
            .resideInAnyPackage(APPS)
            .and()
            .haveSimpleNameNotEndingWith("Wiring")
            .should()
            .callCodeUnitWhere(madeThere());

    @ArchTest
    static final ArchRule R7_apps_leave_units_of_work_to_the_desks = noClasses()
            .that()
            .resideInAnyPackage("dev.makegood.server..", "dev.makegood.cli..",
                    "dev.makegood.http..", "dev.makegood.pipelines..")
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

    private static boolean isAdapter(JavaClass type) {
        boolean outside = List.of("persistence", "pipelines", "stripe", "yookassa", "sites")
                .stream()
                .anyMatch(name -> type.getPackageName().startsWith("dev.makegood." + name));
        return outside && PORTS.stream().anyMatch(type::isAssignableTo);
    }

    private static DescribedPredicate<JavaCall<?>> opensAUnit() {
        return DescribedPredicate.describe("open a unit of work",
                call -> call.getTargetOwner().isAssignableTo(Store.class)
                        && List.of("write", "change").contains(call.getName()));
    }
}
