package dev.makegood.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What is inside the embedded PostgreSQL under a licence: as the first two lines of its text say. */
record BundledPart(String name, List<String> libraries, String licence) {

    private static final Pattern TEXT =
            Pattern.compile("Part: ([^\n]+)\nFiles: ([^\n]+)\n\n(.+)", Pattern.DOTALL);

    /** Those whose licences this jar ships. */
    static List<BundledPart> all() throws IOException, URISyntaxException {
        var folder = BundledPart.class.getResource("/META-INF/licenses/postgresql.txt");
        if (folder == null) {
            return List.of();
        }
        try (var files = Files.list(Path.of(folder.toURI()).getParent())) {
            return files.map(BundledPart::read).toList();
        }
    }

    private static BundledPart read(Path file) {
        try {
            var text = TEXT.matcher(Files.readString(file));
            if (!text.matches()) {
                throw new IllegalStateException("no Part and Files in its first lines: " + file);
            }
            var libraries = List.of(text.group(2).split(" "));
            return new BundledPart(text.group(1), libraries, text.group(3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version in its name, as text or as a number such as 20904. */
    List<String> versions() {
        var version = name.substring(name.lastIndexOf(' ') + 1);
        var parts = version.split("\\.", -1);
        return parts.length < 3 ? List.of(version)
                : List.of(version, parts[0] + "0" + parts[1] + (parts[2].length() < 2 ? "0" : "")
                        + parts[2]);
    }
}
