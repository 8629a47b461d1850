package dev.makegood.persistence;

import dev.makegood.Storage;
import dev.makegood.project.EndingsContract;

/** T16 on PostgreSQL: whoever comes first ends a project. */
class JooqEndingsTest extends EndingsContract {

    private static final JooqStore STORE = JooqStore.on(Databases.pool(Databases.migrated()));

    @Override
    protected Storage storage() {
        return STORE;
    }
}
