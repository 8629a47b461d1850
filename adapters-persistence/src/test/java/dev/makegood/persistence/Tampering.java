package dev.makegood.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * One way to change the books by SQL.
 *
 * @param name as the page has it
 * @param sql with {@code :ada}, {@code :bob} and {@code :eve} for customers; {@code rechain :ada}
 *        computes all hashes of that customer anew, {@code cut :ada} closes the books and
 *        cuts
 */
record Tampering(String name, FoundBy foundBy, List<String> sql) {

    private static final String RECHAIN = "rechain :";
    private static final String CUT = "cut :";

    /** What finds it. */
    enum FoundBy {
        VERIFY("`verify`"), ANCHOR("`verify --anchor`"), NOTHING("nothing");

        private final String text;

        FoundBy(String text) {
            this.text = text;
        }
    }

    String row() {
        return "| " + name + " | " + foundBy.text + " |";
    }

    void on(Connection connection, TamperedBooks books) throws SQLException {
        for (var command : sql) {
            if (command.startsWith(RECHAIN)) {
                Rechained.compute(connection,
                        TamperingTest.idOf(books, command.substring(RECHAIN.length())));
            } else if (command.startsWith(CUT)) {
                books.cut(connection);
            } else {
                execute(connection, command.replace(":ada", "'" + books.ada + "'")
                        .replace(":bob", "'" + books.bob + "'")
                        .replace(":eve", "'" + books.eve + "'"));
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (statement.executeUpdate(command) == 0) {
                throw new AssertionError("nothing was tampered with: " + command);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
