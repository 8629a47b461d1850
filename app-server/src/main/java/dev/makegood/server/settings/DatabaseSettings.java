package dev.makegood.server.settings;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where everything is kept: in the embedded PostgreSQL, or in an external one. */
public sealed interface DatabaseSettings {

    /** The most connections this server opens. */
    int connections();

    /** Which books these are, for people: host and database, or the folder. */
    String displayName();

    /** The embedded one, in a folder of its own. */
    record Embedded(Path data, int connections) implements DatabaseSettings {

        @Override
        public String displayName() {
            return data.toAbsolutePath().normalize().toString();
        }
    }

    /** An external one; its user migrates, and works as the application's role. */
    record External(String url, String user, Secret password, int connections)
            implements DatabaseSettings {

        @Override
        public String displayName() {
            return url.replaceFirst("^jdbc:postgresql:/*", "").replaceFirst("[?].*", "");
        }
    }

    /** The name of the setting that holds the address. */
    String URL = "MAKEGOOD_DATABASE_URL";

    /** The name of the setting that holds the folder. */
    String DATA = "MAKEGOOD_DATA";

    /** A folder that is named closer than the address, by a flag before the environment, wins over it. */
    static DatabaseSettings read(SettingsReader reader) {
        var data = reader.path(DATA, Path.of(System.getProperty("user.home"), ".makegood"));
        var connections = (int) reader.number("MAKEGOOD_DATABASE_CONNECTIONS", 3, 1_000, 10);
        var user = reader.text("MAKEGOOD_DATABASE_USER")
                .orElseGet(() -> System.getProperty("user.name"));
        var password = reader.secret("MAKEGOOD_DATABASE_PASSWORD").orElse(new Secret(""));
        return reader.text(URL)
                .filter(url -> !reader.isNamedCloser(DATA, URL))
                .<DatabaseSettings>map(
                        url -> new External(validateUrl(url), user, password, connections))
                .orElseGet(() -> new Embedded(data, connections));
    }

    private static String validateUrl(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new InvalidSetting(URL, "must begin with jdbc:postgresql:");
        }
        if (PasswordPatterns.IN_QUERY.matcher(url).find()
                || PasswordPatterns.IN_HOST.matcher(url).find()) {
            throw new InvalidSetting(URL, "holds a password, which others would see: "
                    + "set MAKEGOOD_DATABASE_PASSWORD instead");
        }
        return url;
    }

    /** The places where an address can carry a password. */
    final class PasswordPatterns {

        private static final Pattern IN_QUERY =
                Pattern.compile("[?&]\\s*(ssl)?password\\s*=", Pattern.CASE_INSENSITIVE);
        private static final Pattern IN_HOST = Pattern.compile("//[^/?]*@");

        private PasswordPatterns() {}
    }
}
