package example;

import dev.makegood.Makegood;
import dev.makegood.customer.CustomerId;
import dev.makegood.ledger.Credits;
import dev.makegood.ledger.Posting;
import dev.makegood.ledger.Subject;
import dev.makegood.ledger.TransferId;
import dev.makegood.persistence.JooqStore;
import dev.makegood.persistence.migration.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Sells prints for credits: its own table and our ledger change in one transaction. */
public final class ModularPrintShop {

    private final DataSource dataSource;

    public ModularPrintShop(DataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        Migrations.on(dataSource).run(); // at every start; does nothing when all are applied
        inTransaction(connection -> execute(connection,
                "create table if not exists print (id uuid primary key, pages int not null)"));
    }

    /** The print is ordered and its credits are held; neither, if they are not enough. */
    public boolean order(CustomerId customer, UUID print, int pages) throws SQLException {
        return inTransaction(connection -> {
            execute(connection, "insert into print values ('" + print + "', " + pages + ")");
            var makegood = Makegood.on(JooqStore.joining(connection)).open();
            return makegood.ledger().hold(TransferId.of("hold", print), customer,
                    new Credits(pages), new Subject("print", print)) instanceof Posting.Posted;
        });
    }

    /** It was printed: the customer pays what it took. */
    public boolean finish(CustomerId customer, UUID print, int pages) throws SQLException {
        return inTransaction(connection -> {
            execute(connection, "update print set pages = " + pages + " where id = '" + print + "'");
            var makegood = Makegood.on(JooqStore.joining(connection)).open();
            return makegood.ledger().capture(TransferId.of("capture", print), customer,
                    TransferId.of("hold", print), new Credits(pages)) instanceof Posting.Posted;
        });
    }

    /** Commits if the answer is true. */
    private boolean inTransaction(Work work) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            if (work.run(connection)) {
                connection.commit();
                return true;
            }
            connection.rollback();
            return false;
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        }
    }

    private interface Work {
        boolean run(Connection connection) throws SQLException;
    }
}
