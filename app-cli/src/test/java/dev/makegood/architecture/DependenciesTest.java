package dev.makegood.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rules 4 and 5: who may know whom, and which library is whose. */
@AnalyzeClasses(packages = "dev.makegood", importOptions = Shipped.class)
class DependenciesTest {

    private static final String[] CORE = {"dev.makegood", "dev.makegood.access..",
            "dev.makegood.audit..", "dev.makegood.customer..", "dev.makegood.event..",
            "dev.makegood.job..", "dev.makegood.ledger..", "dev.makegood.memory..",
            "dev.makegood.money..", "dev.makegood.payment..", "dev.makegood.pricing..",
            "dev.makegood.project..", "dev.makegood.store..", "dev.makegood.task.."};

    private static final String[] ADAPTERS = {"dev.makegood.persistence..", "dev.makegood.http..",
            "dev.makegood.pipelines..", "dev.makegood.stripe..", "dev.makegood.yookassa..",
            "dev.makegood.sites..", "dev.makegood.telegram.."};

    private static final String[] APPS = {"dev.makegood.server..", "dev.makegood.cli.."};

    @ArchTest
    static final ArchRule R4_no_concept_depends_on_itself_over_another =
            slices().matching("dev.makegood.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule R4_core_knows_neither_adapters_nor_apps =
            noClasses().that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(ADAPTERS)
                            .or(resideInAnyPackage(APPS)));

    @ArchTest
    static final ArchRule R4_adapters_do_not_know_apps =
            noClasses().that()
                    .resideInAnyPackage(ADAPTERS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(APPS);

    @ArchTest
    static final ArchRule R4_the_server_does_not_know_the_command_line =
            noClasses().that()
                    .resideInAPackage("dev.makegood.server..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.makegood.cli..");

    @ArchTest
    static final ArchRule R4_only_tests_know_the_memory =
            noClasses().that()
                    .resideOutsideOfPackage("dev.makegood.memory..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.makegood.memory..");

    @ArchTest
    static final ArchRule R4_customers_and_money_know_nobody_of_ours =
            noClasses().that()
                    .resideInAnyPackage("dev.makegood.customer..", "dev.makegood.money..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.makegood..")
                            .and(resideOutsideOfPackages("dev.makegood.customer..",
                                    "dev.makegood.money..")));

    @ArchTest
    static final ArchRule R4_payments_and_projects_do_not_know_each_other =
            noClasses().that()
                    .resideInAPackage("dev.makegood.payment..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.makegood.project..",
                            "dev.makegood.job..");

    @ArchTest
    static final ArchRule R5_jooq_is_persistences =
            onlyIn("dev.makegood.persistence..", "org.jooq..", "org.flywaydb..",
                    "org.postgresql..");

    @ArchTest
    static final ArchRule R5_javalin_is_https = onlyIn("dev.makegood.http..", "io.javalin..",
            "org.eclipse.jetty..", "com.bucket4j..", "io.github.bucket4j..");

    @ArchTest
    static final ArchRule R5_stripe_is_stripes = onlyIn("dev.makegood.stripe..", "com.stripe..");

    @ArchTest
    static final ArchRule R5_apaches_client_is_the_sites =
            onlyIn("dev.makegood.sites..", "org.apache.hc..");

    @ArchTest
    static final ArchRule R5_picocli_is_the_command_lines =
            onlyIn("dev.makegood.cli..", "picocli..");

    @ArchTest
    static final ArchRule R5_jakarta_persistence_is_the_hosts =
            noClasses().that(resideOutsideOfPackages("dev.makegood.persistence.view.."))
                    .and()
                    .doNotHaveSimpleName("JpaStore")
                    .and()
                    .haveNameNotMatching(".*\\.JpaStore\\$.*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule R5_adapters_do_not_know_each_other =
            slices().matching(
                    "dev.makegood.(persistence|http|pipelines|stripe|yookassa|sites|telegram)..")
                    .should()
                    .notDependOnEachOther();

    @ArchTest
    static final ArchRule R5_logback_is_the_servers =
            classes().that()
                    .resideOutsideOfPackage("dev.makegood.server.log..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideOutsideOfPackages("ch.qos.logback.."));

    private static ArchRule onlyIn(String owner, String... libraries) {
        return noClasses().that()
                .resideOutsideOfPackage(owner)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .allowEmptyShould(true);
    }
}
