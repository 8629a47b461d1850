package dev.makegood.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rules 4 and 5: which package may know which, and which library belongs to which. */
@AnalyzeClasses(packages = "dev.makegood", importOptions = ShippedClasses.class)
class DependenciesTest {

    /**
     * The packages of core in their order: a package knows those of the rows before its own, and
     * none of its own row. The root knows all of them, and none knows the root.
     */
    private static final List<List<String>> ORDER = List.of(
            List.of("csv", "customer", "money", "hash"),
            List.of("store", "task", "event"),
            List.of("access", "ledger"),
            List.of("pricing"),
            List.of("project", "payment", "job"),
            List.of("generation"),
            List.of("closing"), List.of("audit"),
            List.of("anchor"), List.of("archive"));

    static final String[] CORE = Stream.concat(
            Stream.of("dev.makegood", "dev.makegood.memory.."),
            ORDER.stream().flatMap(List::stream).map(DependenciesTest::pattern))
            .toArray(String[]::new);

    private static final String[] ADAPTERS = {"dev.makegood.persistence..", "dev.makegood.http..",
            "dev.makegood.pipelines..", "dev.makegood.stripe..", "dev.makegood.yookassa..",
            "dev.makegood.sites..", "dev.makegood.telegram.."};

    private static final String EMBEDDED = "dev.makegood.embedded..";

    private static final String[] APPS = {"dev.makegood.server..", "dev.makegood.cli.."};

    private static final String[] SHARED_BY_COMMANDS = {"dev.makegood.cli.terminal..",
            "dev.makegood.cli.command..", "dev.makegood.cli.list..", "dev.makegood.cli.output.."};

    /** With the package-info. */
    private static final long FILES_MAX = 20;

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
    static final ArchRule R4_only_apps_know_the_embedded_postgres =
            noClasses().that()
                    .resideOutsideOfPackage(EMBEDDED)
                    .and()
                    .resideOutsideOfPackages(APPS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(EMBEDDED);

    @ArchTest
    static final ArchRule R4_the_embedded_postgres_knows_nothing_else_of_ours =
            noClasses().that()
                    .resideInAPackage(EMBEDDED)
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.makegood..")
                            .and(resideOutsideOfPackages(EMBEDDED)));

    @ArchTest
    static final ArchRule R4_the_server_does_not_know_the_command_line =
            noClasses().that()
                    .resideInAPackage("dev.makegood.server..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.makegood.cli..");

    @ArchTest
    static final ArchRule R4_only_tests_know_memory =
            noClasses().that()
                    .resideOutsideOfPackage("dev.makegood.memory..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.makegood.memory..");

    @ArchTest
    static void R4_a_package_of_core_knows_only_the_rows_before_its_own(JavaClasses classes) {
        var before = new ArrayList<String>();
        for (var row : ORDER) {
            row.forEach(name -> onlyKnows(name, before).check(classes));
            before.addAll(row);
        }
    }

    private static ArchRule onlyKnows(String name, List<String> before) {
        var known = Stream.concat(Stream.of(name), before.stream())
                .map(DependenciesTest::pattern)
                .toArray(String[]::new);
        return noClasses().that()
                .resideInAPackage(pattern(name))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.makegood..")
                        .and(resideOutsideOfPackages(known)))
                .allowEmptyShould(true);
    }

    private static String pattern(String name) {
        return "dev.makegood." + name + "..";
    }

    @ArchTest
    static final ArchRule R4_rooms_of_http_run_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("start")
            .definedBy("dev.makegood.http")
            .layer("routes")
            .definedBy("dev.makegood.http.routes..")
            .layer("server")
            .definedBy("dev.makegood.http.server..")
            .layer("request")
            .definedBy("dev.makegood.http.request..")
            .layer("response")
            .definedBy("dev.makegood.http.response..")
            .whereLayer("start")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("routes")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("start", "routes")
            .whereLayer("request")
            .mayOnlyBeAccessedByLayers("start", "routes", "server");

    @ArchTest
    static final ArchRule R4_rooms_of_routes_know_what_they_share_and_not_each_other =
            slices().matching("dev.makegood.http.routes.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(resideInAPackage("dev.makegood.http.routes.."),
                            resideInAPackage("dev.makegood.http.routes.shared.."));

    @ArchTest
    static final ArchRule R4_only_the_table_knows_all_rooms_of_routes =
            noClasses().that()
                    .resideInAPackage("dev.makegood.http.routes.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.makegood.http.routes");

    @ArchTest
    static final ArchRule R4_what_routes_share_knows_no_room =
            noClasses().that()
                    .resideInAPackage("dev.makegood.http.routes.shared..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.makegood.http.routes..")
                            .and(resideOutsideOfPackages("dev.makegood.http.routes.shared..")));

    @ArchTest
    static final ArchRule R4_rooms_of_requests_and_responses_have_no_cycle =
            slices().matching("dev.makegood.http.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule R5_the_http_client_knows_only_java_and_json =
            classes().that()
                    .resideInAPackage("dev.makegood.httpclient..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("dev.makegood.httpclient..", "java..", "tools.jackson..",
                            "org.jspecify..");

    /** Everybody else's calls are limited in time and size; the demo plays a customer's program. */
    @ArchTest
    static final ArchRule R5_the_jdks_client_is_the_http_clients =
            noClasses().that()
                    .resideOutsideOfPackages("dev.makegood.httpclient..",
                            "dev.makegood.cli.demo..")
                    .and()
                    .doNotHaveSimpleName("StripeTransport")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.net.http..");

    @ArchTest
    static final ArchRule R5_jooq_is_persistences =
            onlyIn("dev.makegood.persistence..", "org.jooq..");

    @ArchTest
    static final ArchRule R4_who_migrates_knows_how_to_connect_and_no_table =
            noClasses().that()
                    .resideInAPackage("dev.makegood.persistence.migration..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("dev.makegood..", "org.jooq..")
                            .and(resideOutsideOfPackages("dev.makegood.persistence.migration.."))
                            .and(not(simpleName("PoolSettings")))
                            .and(not(simpleName("DatabaseFault"))));

    @ArchTest
    static final ArchRule R4_what_is_kept_knows_nothing_of_migrations =
            noClasses().that()
                    .resideInAPackage("dev.makegood.persistence")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.makegood.persistence.migration..");

    @ArchTest
    static final ArchRule R5_the_driver_is_known_where_postgresql_is =
            noClasses().that()
                    .resideOutsideOfPackages("dev.makegood.persistence..", EMBEDDED)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.postgresql..");

    @ArchTest
    static final ArchRule R5_archives_are_unpacked_for_the_embedded_postgres =
            onlyIn(EMBEDDED, "org.apache.commons.compress..", "org.tukaani.xz..");

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
                    .haveNameNotMatching(".*\\.Jpa(Store|Connections)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.persistence..", "org.hibernate..");

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

    @ArchTest
    static final ArchRule R4_commands_know_what_they_share_and_not_each_other =
            slices().matching("dev.makegood.cli.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(resideInAPackage("dev.makegood.cli.."),
                            resideInAnyPackage(SHARED_BY_COMMANDS));

    @ArchTest
    static final ArchRule R4_what_commands_share_has_no_cycle =
            slices().matching("dev.makegood.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule R4_the_terminal_knows_no_command =
            noClasses().that()
                    .resideInAPackage("dev.makegood.cli.terminal..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.makegood.cli.command..", "dev.makegood.cli.list..",
                            "dev.makegood.cli.output..");

    @ArchTest
    static final ArchRule R4_what_commands_share_comes_before_what_they_show =
            noClasses().that()
                    .resideInAPackage("dev.makegood.cli.command..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.makegood.cli.output..");

    @ArchTest
    static final ArchRule R4_only_the_root_of_the_command_line_knows_all_of_it =
            noClasses().that()
                    .resideInAPackage("dev.makegood.cli.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.makegood.cli");

    @ArchTest
    static void R4_no_package_of_the_command_line_or_of_http_is_too_long_to_read(JavaClasses all) {
        var filesByPackage = all.stream()
                .filter(resideInAnyPackage("dev.makegood.cli..", "dev.makegood.http.."))
                .filter(type -> !type.isNestedClass())
                .collect(groupingBy(JavaClass::getPackageName, counting()));

        assertThat(filesByPackage).hasSizeGreaterThan(10)
                .allSatisfy((name, files) -> assertThat(files).as(name)
                        .isLessThanOrEqualTo(FILES_MAX));
    }

    private static ArchRule onlyIn(String owner, String... libraries) {
        return noClasses().that()
                .resideOutsideOfPackage(owner)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .allowEmptyShould(true);
    }
}
