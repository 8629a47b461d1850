package dev.makegood;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** How old something is, as a person writes it: {@code 90m}, {@code 24h}, {@code 7d}. */
public record Age(Duration length) {

    private static final Pattern FORMAT = Pattern.compile("([1-9][0-9]{0,4})([smhd])");

    /** Reads an age; empty if it is not one. */
    public static Optional<Age> parse(String text) {
        var matcher = FORMAT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Age(unit(matcher.group(2))
                        .multipliedBy(Integer.parseInt(matcher.group(1)))))
                : Optional.empty();
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }

    /** When something of this age began. */
    public Instant before(Instant now) {
        return now.minus(length);
    }
}
