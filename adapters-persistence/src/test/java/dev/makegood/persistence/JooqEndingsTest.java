package dev.makegood.persistence;

import dev.makegood.Storage;
import dev.makegood.project.ConcurrentEndingsContract;

/** T16 on PostgreSQL: the first report ends a project. */
class JooqEndingsTest extends ConcurrentEndingsContract {

    private static final JooqStore STORE =
            JooqStore.on(TestDatabases.pool(TestDatabases.migrated()));

    @Override
    protected Storage storage() {
        return STORE;
    }
}
