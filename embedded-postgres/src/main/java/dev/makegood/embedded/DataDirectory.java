package dev.makegood.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/** The files of one embedded PostgreSQL: a folder that only its owner may enter. */
record DataDirectory(Path home) {

    private static final String OWNER_ONLY = "rwx------";

    /** The shell that {@code pg_ctl} uses would read these inside a path. */
    private static final Pattern DANGEROUS = Pattern.compile("[\"$`\\\\\\n]");

    static DataDirectory in(Path chosen) {
        return new DataDirectory(chosen.toAbsolutePath().normalize().resolve("postgresql"));
    }

    DataDirectory create() {
        if (DANGEROUS.matcher(home.toString()).find()) {
            throw new EmbeddedPostgresException(
                    "the path of a data directory must not contain \", $, `, "
                            + "\\ or a line break: " + home);
        }
        try {
            var ownerOnly = PosixFilePermissions.fromString(OWNER_ONLY);
            Files.createDirectories(home, PosixFilePermissions.asFileAttribute(ownerOnly));
            refuseForeign();
            Files.setPosixFilePermissions(home, ownerOnly);
            mark().write("The data of Makegood's own PostgreSQL.\n");
            Files.createDirectories(log());
            return toRealDirectory();
        } catch (IOException | UnsupportedOperationException e) {
            throw new EmbeddedPostgresException(
                    "cannot create a folder that only its owner may enter: " + home, e);
        }
    }

    /**
     * Whether a server was ever started here.
     *
     * @throws NotADataDirectory if the folder holds files of something else
     */
    boolean exists() {
        refuseForeign();
        return ownerPassword().exists();
    }

    /** A folder from before there was a mark is known by its password. */
    private void refuseForeign() {
        if (!mark().exists() && !ownerPassword().exists() && holdsFiles()) {
            throw new NotADataDirectory(home);
        }
    }

    private boolean holdsFiles() {
        if (!Files.isDirectory(home)) {
            return Files.exists(home);
        }
        try (var files = Files.list(home)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot look into " + home, e);
        }
    }

    DataDirectory toRealDirectory() {
        try {
            return new DataDirectory(home.toRealPath());
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot find " + home, e);
        }
    }

    void checkPasswordExists() {
        if (!ownerPassword().exists()) {
            throw new EmbeddedPostgresException(
                    "there is data in " + cluster() + ", but its password file is missing: "
                            + ownerPassword().path() + "; restore it from a backup");
        }
    }

    Path cluster() {
        return home.resolve("cluster");
    }

    Path binaries() {
        return home.resolve("binaries");
    }

    Path log() {
        return home.resolve("log");
    }

    Path lock() {
        return home.resolve("lock");
    }

    PrivateFile ownerPassword() {
        return new PrivateFile(home.resolve("owner.password"));
    }

    PrivateFile applicationPassword() {
        return new PrivateFile(home.resolve("application.password"));
    }

    /** The port of last time, so that addresses stay the same over a restart. */
    PrivateFile port() {
        return new PrivateFile(home.resolve("port"));
    }

    /** Says that the folder is ours; the first file that is written into it. */
    PrivateFile mark() {
        return new PrivateFile(home.resolve("makegood"));
    }

    /** Exists while a checked server runs; without a held lock it means nothing. */
    PrivateFile ready() {
        return new PrivateFile(home.resolve("ready"));
    }
}
