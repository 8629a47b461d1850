package dev.makegood.docs;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this checkout, and the pages among them. */
final class DocPages {

    private static final Set<String> NOT_OURS = Set.of(".git", ".makegood", "target");

    private DocPages() {}

    /** The folder that holds the licence. */
    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("LICENSE")))
                .findFirst()
                .orElseThrow();
    }

    static DocPage page(String name) {
        var path = root().resolve(name);
        return new DocPage(path, read(path));
    }

    /** Every page, wherever it is. */
    static List<DocPage> all() {
        return files(".md").stream().map(path -> new DocPage(path, read(path))).toList();
    }

    static List<Path> files(String ending) {
        try (var files = Files.walk(root())) {
            return files.filter(path -> path.toString().endsWith(ending))
                    .filter(DocPages::isOurFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all classes in the tests of all modules, without their packages. */
    static Set<String> testClasses() {
        return files(".java").stream()
                .filter(path -> path.toString().contains("/src/test/"))
                .map(path -> path.getFileName().toString().replace(".java", ""))
                .collect(toSet());
    }

    private static boolean isOurFile(Path path) {
        return Stream.iterate(root().relativize(path), part -> part != null, Path::getParent)
                .noneMatch(part -> NOT_OURS.contains(part.getFileName().toString()));
    }
}
