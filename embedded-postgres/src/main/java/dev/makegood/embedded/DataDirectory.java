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
            Files.setPosixFilePermissions(home, ownerOnly);
            Files.createDirectories(log());
            return toRealDirectory();
        } catch (IOException | UnsupportedOperationException e) {
            throw new EmbeddedPostgresException(
                    "cannot create a folder that only its owner may enter: " + home, e);
        }
    }

    boolean exists() {
        return Files.exists(home);
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

    /** Exists while a checked server runs; without a held lock it means nothing. */
    PrivateFile ready() {
        return new PrivateFile(home.resolve("ready"));
    }
}
