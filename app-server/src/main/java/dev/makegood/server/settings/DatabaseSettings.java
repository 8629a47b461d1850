package dev.makegood.server.settings;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where everything is kept: in a PostgreSQL that comes along, or in one that is there. */
public sealed interface DatabaseSettings {

    /** The most connections this server opens. */
    int connections();

    /** One that comes along, in a folder of its own. */
    record Embedded(Path data, int connections) implements DatabaseSettings {}

    /** One that is there; who logs in migrates, and works as the application's role. */
    record External(String url, String user, Secret password, int connections)
            implements DatabaseSettings {}

    /** The name of the setting that holds the address. */
    String URL = "MAKEGOOD_DATABASE_URL";

    /** The name of the setting that holds the folder. */
    String DATA = "MAKEGOOD_DATA";

    static DatabaseSettings read(Reading reading) {
        var data = reading.path(DATA, Path.of(System.getProperty("user.home"), ".makegood"));
        var connections = (int) reading.number("MAKEGOOD_DATABASE_CONNECTIONS", 2, 1_000, 10);
        var user = reading.text("MAKEGOOD_DATABASE_USER")
                .orElseGet(() -> System.getProperty("user.name"));
        var password = reading.secret("MAKEGOOD_DATABASE_PASSWORD").orElse(new Secret(""));
        return reading.text(URL)
                .<DatabaseSettings>map(
                        url -> new External(checked(url), user, password, connections))
                .orElseGet(() -> new Embedded(data, connections));
    }

    private static String checked(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new WrongSetting(URL, "begins with jdbc:postgresql:");
        }
        if (HidesAPassword.IN_QUERY.matcher(url).find()
                || HidesAPassword.IN_HOST.matcher(url).find()) {
            throw new WrongSetting(URL, "holds a password, which others would see: "
                    + "set MAKEGOOD_DATABASE_PASSWORD instead");
        }
        return url;
    }

    /** The places where an address can carry a password. */
    final class HidesAPassword {

        private static final Pattern IN_QUERY =
                Pattern.compile("[?&]\\s*(ssl)?password\\s*=", Pattern.CASE_INSENSITIVE);
        private static final Pattern IN_HOST = Pattern.compile("//[^/?]*@");

        private HidesAPassword() {}
    }
}
