package dev.makegood.persistence.embedded;

import java.security.SecureRandom;
import java.util.Base64;

/** A database role and its password; never prints the password. */
public record Login(String user, String password) {

    private static final int PASSWORD_BYTES = 32;

    static Login keptIn(PrivateFile file, String user) {
        if (!file.exists()) {
            file.write(freshPassword());
        }
        return new Login(user, file.read());
    }

    private static String freshPassword() {
        var secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}
