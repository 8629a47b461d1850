package dev.makegood.persistence;

import java.sql.Connection;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;

/** How our statements look: qualified by their schema, so that a host's search path does not matter. */
final class JooqConfiguration {

    private static final Settings SETTINGS = new Settings()
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
            .withExecuteLogging(false);

    private static final String WATCHER = "makegood.watcher";

    private static final String ACROSS_CUSTOMERS = "makegood.crossing";

    private final Configuration configuration;

    private JooqConfiguration(ExecuteListener... listeners) {
        this.configuration = new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(SETTINGS)
                .set(Stream.of(listeners)
                        .map(DefaultExecuteListenerProvider::new)
                        .toArray(DefaultExecuteListenerProvider[]::new));
    }

    static JooqConfiguration standard() {
        return new JooqConfiguration();
    }

    /** With those who watch every statement. */
    static JooqConfiguration withListeners(ExecuteListener... listeners) {
        return new JooqConfiguration(listeners);
    }

    DSLContext on(Connection connection) {
        return DSL.using(configuration.derive(connection));
    }

    /** The same, with one who watches what goes past jOOQ too. */
    JooqConfiguration watchedBy(Consumer<SqlStatement> watcher) {
        configuration.data(WATCHER, watcher);
        return this;
    }

    @SuppressWarnings("unchecked") // Only watchedBy puts something there.
    static void watch(Configuration configuration, SqlStatement statement) {
        var watcher = (Consumer<SqlStatement>) configuration.data(WATCHER);
        if (watcher != null) {
            watcher.accept(statement);
        }
    }

    /** The same, for a statement that touches several customers on purpose: for operators and relays only. */
    static DSLContext acrossCustomers(DSLContext dsl) {
        var marked = dsl.configuration().derive();
        marked.data(ACROSS_CUSTOMERS, true);
        return DSL.using(marked);
    }

    static boolean isAcrossCustomers(Configuration configuration) {
        return configuration.data(ACROSS_CUSTOMERS) != null;
    }
}
