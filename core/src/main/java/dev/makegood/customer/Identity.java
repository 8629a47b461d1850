package dev.makegood.customer;

import java.util.Optional;
import java.util.regex.Pattern;

/** A customer's identity outside, such as {@code app/user-42} or {@code telegram/12345}. */
public record Identity(String provider, String subject) {

    private static final Pattern PROVIDER = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7E]{1,200}");

    public Identity {
        if (!PROVIDER.matcher(provider).matches()) {
            throw new IllegalArgumentException(
                    "an identity's provider must match " + PROVIDER + ": " + provider);
        }
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException(
                    "an identity's subject must be 1 to 200 visible ASCII characters: " + subject);
        }
    }

    /** Reads {@code provider/subject}, split at the first slash; empty if it is not one. */
    public static Optional<Identity> parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? Optional.empty()
                : of(text.substring(0, slash), text.substring(slash + 1));
    }

    private static Optional<Identity> of(String provider, String subject) {
        boolean valid = PROVIDER.matcher(provider).matches() && SUBJECT.matcher(subject).matches();
        return valid ? Optional.of(new Identity(provider, subject)) : Optional.empty();
    }

    @Override
    public String toString() {
        return provider + "/" + subject;
    }
}
