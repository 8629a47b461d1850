package dev.makegood.docs;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this checkout, and the pages among them. */
final class DocPages {

    private static final Set<String> NOT_OURS = Set.of(".git", ".makegood", "target");

    /** Looked for once: nobody writes any while tests run. */
    private static final List<Path> FILES = ourFiles();

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
        return FILES.stream().filter(path -> path.toString().endsWith(ending)).toList();
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

    private static List<Path> ourFiles() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(root(), new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
                    return NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }
}
