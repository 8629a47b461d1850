package dev.makegood.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.makegood.store.Store;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What types look like: states and answers are values, and names are the business's. */
class TypesTest {

    @Test
    void the_variants_of_what_is_sealed_are_values() {
        var variants = Core.CLASSES.stream()
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
        // The sums that an audit runs up are its own, and nobody sees them before its end.
        fields().that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages("dev.makegood.memory", "dev.makegood.audit")
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(Core.CLASSES);
    }

    @Test
    void there_are_no_setters() {
        noMethods().that()
                .haveRawReturnType(void.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(Core.CLASSES);
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
                .check(Core.CLASSES);
    }

    @Test
    void only_desks_and_those_behind_them_open_units() {
        noClasses().that()
                .doNotHaveSimpleName("Store")
                .and()
                .resideOutsideOfPackage("dev.makegood.memory")
                .and()
                .haveNameNotMatching("dev\\.makegood\\.(Customers|access\\.(Keyring|Repeats)"
                        + "|ledger\\.Ledger|project\\.Office|payment\\.Till"
                        + "|generation\\.(Generations|Paid|Requesting|Withdrawing))")
                .should()
                .callMethodWhere(target(owner(assignableTo(Store.class)))
                        .and(target(nameMatching("write|change"))))
                .check(Core.CLASSES);
    }

    @Test
    void every_package_says_what_it_is_and_knows_no_null() {
        assertThat(Core.CLASSES.stream().map(JavaClass::getPackage).distinct())
                .allMatch(pkg -> pkg.isAnnotatedWith(NullMarked.class));
    }
}
