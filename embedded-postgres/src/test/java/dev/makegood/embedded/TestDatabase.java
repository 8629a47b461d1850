package dev.makegood.embedded;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One database of a {@link TestPostgres}, and the two logins to it. */
public record TestDatabase(String jdbcUrl, Login owner, Login application) {

    public DataSource asOwner() {
        return as(owner);
    }

    /** Where it has no login of its own, the owner becomes it. */
    public DataSource asApplication() {
        var source = as(application);
        if (application.equals(owner)) {
            source.setOptions("-c role=makegood_app");
        }
        return source;
    }

    private PGSimpleDataSource as(Login login) {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }
}
