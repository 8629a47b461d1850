package dev.makegood.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z]+)`");

    private final DocPage docPage = DocPages.page("docs/glossary.md");

    @Test
    void every_type_beside_a_word_exists() {
        var types = firstCells().stream()
                .flatMap(cell -> TYPE.matcher(cell).results().map(found -> found.group(1)))
                .toList();

        assertThat(types).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(productTypes());
    }

    @Test
    void every_word_has_a_meaning() {
        assertThat(docPage.text().lines().filter(line -> line.startsWith("|")))
                .allSatisfy(line -> assertThat(line).matches("\\|( [^|]+ \\|){2} ([^|]+ )?\\|"));
    }

    private List<String> firstCells() {
        return docPage.text()
                .lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|", -1)[1])
                .toList();
    }

    private static Set<String> productTypes() {
        return DocPages.files(".java")
                .stream()
                .filter(path -> path.toString().contains("/src/main/"))
                .map(path -> path.getFileName().toString().replace(".java", ""))
                .collect(toSet());
    }
}
