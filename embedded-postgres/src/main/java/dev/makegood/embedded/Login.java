package dev.makegood.embedded;

import java.security.SecureRandom;
import java.util.Base64;

/** A database role and its password; never prints the password. */
public record Login(String user, String password) {

    private static final int PASSWORD_BYTES = 32;

    static Login loadOrCreate(PrivateFile file, String user) {
        if (!file.exists()) {
            file.write(newPassword());
        }
        return new Login(user, file.read());
    }

    private static String newPassword() {
        var secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}
