package dev.makegood.persistence;

import dev.makegood.Storage;
import dev.makegood.explorer.SequencesContract;

class JooqSequencesTest extends SequencesContract {

    private final JooqStore store = TestDatabases.store(TestDatabases.migrated());

    @Override
    protected Storage storage() {
        return store;
    }
}
