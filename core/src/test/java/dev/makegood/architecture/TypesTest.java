package dev.makegood.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.makegood.MakegoodBuilder;
import dev.makegood.generation.Generations;
import dev.makegood.payment.Payments;
import dev.makegood.project.Projects;
import dev.makegood.store.Microseconds;
import dev.makegood.store.Store;
import java.time.Instant;
import java.time.temporal.TemporalUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What types look like: states and answers are values, and names are the business's. */
class TypesTest {

    @Test
    void the_variants_of_what_is_sealed_are_values() {
        var variants = CoreClasses.CLASSES.stream()
                .map(JavaClass::reflect)
                .filter(Class::isSealed)
                .filter(Class::isInterface)
                .flatMap(type -> Stream.of(type.getPermittedSubclasses()));

        assertThat(variants).isNotEmpty()
                .allMatch(variant -> variant.isRecord()
                        || variant.isEnum()
                        || (variant.isInterface() && variant.isSealed()));
    }

    @Test
    void what_is_settled_is_not_edited() {
        // What an audit, a comparison with anchors or a walk over pages has come to is its own, and ends with it.
        fields().that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages("dev.makegood.memory", "dev.makegood.audit",
                        "dev.makegood.anchor")
                .and()
                .areNotDeclaredIn(MakegoodBuilder.class)
                .and()
                .areDeclaredInClassesThat()
                .haveNameNotMatching(
                        "dev\\.makegood\\.(access\\.ExpiredRequests|ledger\\.SpendableGrants"
                                + "|store\\.CorrectedClock|unit\\.WorkingSet"
                                + "|unit\\.table\\.RowStore)")
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(CoreClasses.CLASSES);
    }

    /**
     * A desk knows its parts; a part that knew its desk would make a circle of two files into a
     * knot.
     */
    @ParameterizedTest
    @ValueSource(classes = {Payments.class, Projects.class, Generations.class})
    void no_part_refers_back_up_to_its_desk(Class<?> desk) {
        noClasses().that()
                .resideInAPackage(desk.getPackageName())
                .and()
                .haveNameNotMatching(Pattern.quote(desk.getName()) + "(\\$.*)?")
                .should()
                .dependOnClassesThat(belongToAnyOf(desk))
                .check(CoreClasses.CLASSES);
    }

    /** One place cuts times to PostgreSQL's precision, so that no other can forget to. */
    @Test
    void only_microseconds_cuts_times() {
        noClasses().that()
                .doNotBelongToAnyOf(Microseconds.class)
                .should()
                .callMethod(Instant.class, "truncatedTo", TemporalUnit.class)
                .check(CoreClasses.CLASSES);
    }

    @Test
    void there_are_no_setters() {
        noMethods().that()
                .haveRawReturnType(void.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(CoreClasses.CLASSES);
    }

    @Test
    void names_are_words_of_the_business() {
        noClasses().should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(
                        ".*(Manager|Helper|Util|Utils|Dto|Service|Repository|Entity)(\\$.*)?")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(CoreClasses.CLASSES);
    }

    @Test
    void only_desks_and_those_behind_them_open_units() {
        noClasses().that()
                .doNotHaveSimpleName("Store")
                .and()
                .resideOutsideOfPackage("dev.makegood.memory")
                .and()
                .haveNameNotMatching(
                        "dev\\.makegood\\.(Customers|archive\\.BookClosing|access\\.(ApiKeys|ExpiredRequests|IdempotencyKeys)"
                                + "|ledger\\.(Ledger|UnitContext)"
                                + "|generation\\.(Generations|PaidHandler|GenerationOrdering"
                                + "|GenerationWithdrawal|WorkRefunding))")
                .should()
                .callMethodWhere(target(owner(assignableTo(Store.class)))
                        .and(target(nameMatching("write|change"))))
                .check(CoreClasses.CLASSES);
    }

    @Test
    void every_package_says_what_it_is_and_knows_no_null() {
        assertThat(CoreClasses.CLASSES.stream().map(JavaClass::getPackage).distinct())
                .allMatch(pkg -> pkg.isAnnotatedWith(NullMarked.class));
    }
}
