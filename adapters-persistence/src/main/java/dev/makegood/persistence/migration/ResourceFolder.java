package dev.makegood.persistence.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;

/** The names of the scripts beside one that is known: in a folder of classes, or in the jar we came in. */
final class ResourceFolder {

    private ResourceFolder() {}

    static List<String> scriptsBeside(String knownScript) {
        var known = ResourceFolder.class.getResource(knownScript);
        if (known == null) {
            throw new IllegalStateException("not on the class path: " + knownScript);
        }
        try {
            var names = known.getProtocol().equals("file") ? inFolder(known) : inJar(known);
            return names.stream().filter(name -> name.endsWith(".sql")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list what is beside " + known, e);
        }
    }

    private static List<String> inFolder(URL known) throws IOException {
        try (var files = Files.list(Path.of(URI.create(known.toString())).resolveSibling("."))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** The jar stays open: its class loader reads from it too. */
    private static List<String> inJar(URL known) throws IOException {
        if (!(known.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("neither a folder nor a jar: " + known);
        }
        var folder = connection.getEntryName().replaceAll("[^/]+$", "");
        return connection.getJarFile()
                .stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(folder))
                .map(name -> name.substring(folder.length()))
                .filter(name -> name.indexOf('/') < 0)
                .toList();
    }
}
