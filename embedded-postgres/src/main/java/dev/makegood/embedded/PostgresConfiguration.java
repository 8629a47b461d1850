package dev.makegood.embedded;

import java.nio.file.Path;

/** The server's settings; rewritten at every start, so that they are those of this version. */
final class PostgresConfiguration {

    private static final String SETTINGS = """
            # Written by Makegood at every start. Own settings: ../own.conf
            max_connections = 100
            shared_buffers = 128MB
            min_wal_size = 64MB
            max_wal_size = 512MB
            max_logical_replication_workers = 0
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            log_line_prefix = '%m [%p] %u '

            include_if_exists '../own.conf'

            # What follows is guaranteed and cannot be changed.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            ssl = off
            password_encryption = 'scram-sha-256'
            logging_collector = on
            log_directory = '../log'
            log_filename = 'postgresql-%a.log'
            log_file_mode = 0600
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_rotation_size = 0
            """;

    private static final String HOST_BASED_AUTHENTICATION = """
            # Written by Makegood at every start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private PostgresConfiguration() {}

    static void write(Path cluster, Durability durability) {
        new PrivateFile(cluster.resolve("postgresql.conf")).write(SETTINGS + durability.settings());
        new PrivateFile(cluster.resolve("pg_hba.conf")).write(HOST_BASED_AUTHENTICATION);
    }
}
