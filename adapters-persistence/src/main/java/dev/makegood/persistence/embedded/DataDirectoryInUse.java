package dev.makegood.persistence.embedded;

import java.nio.file.Path;

/** Another server, here or in another process, already works on this data directory. */
public final class DataDirectoryInUse extends EmbeddedPostgresFailed {

    private static final long serialVersionUID = 1L;

    DataDirectoryInUse(Path lock) {
        super("another Makegood already works on this data directory, and holds " + lock);
    }
}
