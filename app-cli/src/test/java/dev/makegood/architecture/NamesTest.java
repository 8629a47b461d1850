package dev.makegood.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rule 6: names are words of the business, not of patterns. */
@AnalyzeClasses(packages = "dev.makegood", importOptions = ShippedClasses.class)
class NamesTest {

    private static final DescribedPredicate<JavaClass> OURS = DescribedPredicate.describe(
            "written by us", type -> !type.getPackageName().contains(".persistence.schema"));

    @ArchTest
    static final ArchRule R6_no_name_ends_in_a_pattern = noClasses().that(OURS)
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Repository")
            .orShould()
            .haveSimpleNameEndingWith("Entity");

    @ArchTest
    static final ArchRule R6_nothing_is_called_abstract =
            classes().should().haveSimpleNameNotStartingWith("Abstract");
}
