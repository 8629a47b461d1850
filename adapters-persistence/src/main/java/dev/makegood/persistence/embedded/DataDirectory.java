package dev.makegood.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/** Where the things of one embedded PostgreSQL lie: a folder only its owner may enter. */
record DataDirectory(Path home) {

    private static final String OWNER_ONLY = "rwx------";

    /** The shell that {@code pg_ctl} uses would read these inside a path. */
    private static final Pattern DANGEROUS = Pattern.compile("[\"$`\\\\\\n]");

    static DataDirectory in(Path chosen) {
        return new DataDirectory(chosen.toAbsolutePath().normalize().resolve("postgresql"));
    }

    DataDirectory created() {
        if (DANGEROUS.matcher(home.toString()).find()) {
            throw new EmbeddedPostgresFailed("PostgreSQL cannot live in a path with \", $, ` or "
                    + "\\ in it: " + home);
        }
        try {
            var ownerOnly = PosixFilePermissions.fromString(OWNER_ONLY);
            Files.createDirectories(home, PosixFilePermissions.asFileAttribute(ownerOnly));
            Files.setPosixFilePermissions(home, ownerOnly);
            Files.createDirectories(log());
            return real();
        } catch (IOException | UnsupportedOperationException e) {
            throw new EmbeddedPostgresFailed("cannot make a private folder of " + home, e);
        }
    }

    boolean exists() {
        return Files.exists(home);
    }

    DataDirectory real() {
        try {
            return new DataDirectory(home.toRealPath());
        } catch (IOException e) {
            throw new EmbeddedPostgresFailed("cannot find " + home, e);
        }
    }

    void proveThatThePasswordIsThere() {
        if (!ownerPassword().exists()) {
            throw new EmbeddedPostgresFailed("there is data in " + cluster() + ", but the password "
                    + "to it is gone: " + ownerPassword().path());
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

    /** Stands there while a proven server runs; without a held lock it means nothing. */
    PrivateFile ready() {
        return new PrivateFile(home.resolve("ready"));
    }
}
