package dev.makegood.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads settings one by one, remembers which there are, and says of a bad one what is wrong with it. */
final class Reading {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private final Sources sources;
    private final Set<String> known = new LinkedHashSet<>();

    Reading(Sources sources) {
        this.sources = sources;
    }

    Set<String> known() {
        return known;
    }

    Optional<String> text(String name) {
        known.add(name);
        return sources.find(name);
    }

    Optional<Secret> secret(String name) {
        return text(name).map(Secret::new);
    }

    String required(String name, String because) {
        return text(name).orElseThrow(() -> new WrongSetting(name, "is missing: " + because));
    }

    Secret requiredSecret(String name, String because) {
        return new Secret(required(name, because));
    }

    long number(String name, long least, long most, long usual) {
        return text(name).map(value -> number(name, value, least, most)).orElse(usual);
    }

    private static long number(String name, String value, long least, long most) {
        try {
            var number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with the range
        }
        throw bad(name, "is a whole number from " + least + " to " + most, value);
    }

    boolean yesOrNo(String name, boolean usual) {
        return text(name).map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw bad(name, "is true or false", value);
        }).orElse(usual);
    }

    Optional<Duration> duration(String name) {
        return text(name).map(value -> duration(name, value));
    }

    private static Duration duration(String name, String value) {
        var match = DURATION.matcher(value);
        return match.matches()
                ? Duration.of(Long.parseLong(match.group(1)), unit(match.group(2)))
                : parsed(name, "is a duration such as 30s, 15m or 72h", value, Duration::parse);
    }

    private static ChronoUnit unit(String letters) {
        return switch (letters) {
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }

    Path path(String name, Path usual) {
        return text(name)
                .map(value -> parsed(name, "is the path of a folder", value, Path::of))
                .orElse(usual);
    }

    URI webAddress(String name, String value) {
        var address = parsed(name, "is an address", value, Reading::uri);
        if (address.getHost() == null || !isWeb(address) || address.getUserInfo() != null) {
            throw bad(name, "is an address such as https://host, without a user in it", "it");
        }
        return address;
    }

    /** An address that secrets or people are sent to: nobody can listen on the way. */
    Optional<URI> secureAddress(String name) {
        return text(name).map(value -> {
            var address = webAddress(name, value);
            if (!"https".equalsIgnoreCase(address.getScheme()) && !isHere(address.getHost())) {
                throw new WrongSetting(name, "begins with https://");
            }
            return address;
        });
    }

    private static boolean isHere(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static boolean isWeb(URI address) {
        return Stream.of("http", "https").anyMatch(it -> it.equalsIgnoreCase(address.getScheme()));
    }

    private static URI uri(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }

    List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Stream.of(value.split("[,\\s]+")))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static <T> T parsed(
            String name, String rule, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (DateTimeParseException | InvalidPathException e) {
            throw bad(name, rule, value);
        } catch (IllegalArgumentException e) {
            throw bad(name, rule, "it");    // an address may hold a password
        }
    }

    private static WrongSetting bad(String name, String rule, String value) {
        return new WrongSetting(name, rule + ", which " + value + " is not");
    }
}
