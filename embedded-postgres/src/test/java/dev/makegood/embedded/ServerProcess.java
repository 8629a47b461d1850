package dev.makegood.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;

/** A server in a process of its own, so that it can be killed. */
final class ServerProcess implements AutoCloseable {

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Returns when it is up and has committed a row to the table {@code kept}. */
    static ServerProcess startOn(Path dataDirectory) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                ServerProcess.class.getName(), dataDirectory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var reader = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!"committed".equals(reader.readLine())) {
            throw new IllegalStateException("the other server did not start");
        }
        return new ServerProcess(process);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String... arguments) throws SQLException, InterruptedException {
        var directory = DataDirectory.in(Path.of(arguments[0])).create();
        var postgres =
                EmbeddedPostgres.start(directory, TestPostgres.binaries(), Durability.DURABLE);
        var database = new TestDatabase(
                postgres.jdbcUrl(), postgres.owner(), postgres.application());
        try (var connection = database.asOwner().getConnection()) {
            PlainSql.execute(connection, "create table kept (what text)");
            PlainSql.execute(connection, "insert into kept values ('a hundred credits')");
        }
        System.out.println("committed");
        Thread.sleep(Long.MAX_VALUE);
    }
}
