package dev.makegood.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** One thing, one word; one word, one thing: two types of one name are told apart by nobody but their imports. */
class UniqueNamesTest {

    /** Names that more than one top-level type may have, each with its reason; three at most. */
    private static final Set<String> SHARED_ON_PURPOSE = Set.of();

    /** States and answers of sealed families, where the family stands beside the name. */
    private static final int NESTED_SHARED_MAX = 40;

    private static final List<JavaClass> OURS = new ClassFileImporter()
            .withImportOption(new ShippedClasses())
            .importPackages("dev.makegood")
            .stream()
            .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
            .filter(type -> !type.getSimpleName().isEmpty())
            .filter(type -> !type.getPackageName().contains(".persistence.schema"))
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .toList();

    private static Map<String, List<String>> shared(Predicate<JavaClass> which) {
        var byName = OURS.stream()
                .filter(which)
                .collect(groupingBy(JavaClass::getSimpleName,
                        mapping(JavaClass::getName, toList())));
        byName.values().removeIf(types -> types.size() == 1);
        return byName;
    }

    @Test
    void no_two_top_level_types_share_a_name() {
        var shared = shared(JavaClass::isTopLevelClass);
        shared.keySet().removeAll(SHARED_ON_PURPOSE);

        assertThat(SHARED_ON_PURPOSE).hasSizeLessThanOrEqualTo(3);
        assertThat(shared).isEmpty();
    }

    @Test
    void few_types_share_a_name_nested_ones_included() {
        assertThat(OURS).hasSizeGreaterThan(500);
        assertThat(shared(type -> true).values().stream().mapToInt(List::size).sum())
                .as("types that share a name: %s", shared(type -> true))
                .isLessThanOrEqualTo(NESTED_SHARED_MAX);
    }
}
