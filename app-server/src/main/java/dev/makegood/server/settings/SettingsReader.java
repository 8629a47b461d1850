package dev.makegood.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads settings one by one, remembers their names, and refuses a bad value with the rule it breaks. */
final class SettingsReader {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    /** Java would also read the digits of other scripts. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

    private final SettingSources sources;
    private final Set<String> namesRead = new LinkedHashSet<>();
    private final List<Secret> secretsRead = new ArrayList<>();

    SettingsReader(SettingSources sources) {
        this.sources = sources;
    }

    Set<String> namesRead() {
        return namesRead;
    }

    Optional<String> text(String name) {
        namesRead.add(name);
        return sources.find(name);
    }

    /** Whether one setting comes from a stronger source than another: a flag, the environment, the file. */
    boolean isNamedCloser(String one, String other) {
        return sources.distance(one) < sources.distance(other);
    }

    List<Secret> secretsRead() {
        return secretsRead;
    }

    Optional<Secret> secret(String name) {
        var secret = text(name).map(Secret::new);
        secret.ifPresent(secretsRead::add);
        return secret;
    }

    long number(String name, long min, long max, long defaultValue) {
        return text(name).map(value -> number(name, value, min, max)).orElse(defaultValue);
    }

    private static long number(String name, String value, long min, long max) {
        try {
            if (NUMBER.matcher(value).matches()) {
                var number = Long.parseLong(value);
                if (number >= min && number <= max) {
                    return number;
                }
            }
        } catch (NumberFormatException e) {
            // refused below, together with the range
        }
        throw invalid(name, "must be a whole number from " + min + " to " + max, value);
    }

    boolean flag(String name, boolean defaultValue) {
        return text(name).map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw invalid(name, "must be true or false", value);
        }).orElse(defaultValue);
    }

    Optional<Duration> duration(String name) {
        return text(name).map(value -> duration(name, value));
    }

    private static Duration duration(String name, String value) {
        var match = DURATION.matcher(value);
        return match.matches()
                ? Duration.of(Long.parseLong(match.group(1)), unit(match.group(2)))
                : parse(name, "must be a duration such as 30s, 15m or 72h", value, Duration::parse);
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

    Path path(String name, Path defaultValue) {
        return text(name)
                .map(value -> parse(name, "must be the path of a folder", value, Path::of))
                .orElse(defaultValue);
    }

    URI webAddress(String name, String value) {
        var address = parse(name, "must be an address", value, SettingsReader::uri);
        if (address.getHost() == null || !isHttp(address) || address.getUserInfo() != null) {
            throw new InvalidSetting(name,
                    "must be an address such as https://host, without a user in it");
        }
        return address;
    }

    /** An address that secrets or people are sent to: no third party can read along. */
    Optional<URI> secureAddress(String name) {
        return text(name).map(value -> {
            var address = webAddress(name, value);
            if (!"https".equalsIgnoreCase(address.getScheme()) && !isLoopback(address.getHost())) {
                throw new InvalidSetting(name, "must begin with https://");
            }
            return address;
        });
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static boolean isHttp(URI address) {
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

    private static <T> T parse(
            String name, String rule, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (DateTimeParseException | InvalidPathException e) {
            throw invalid(name, rule, value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(name, rule);   // an address may hold a password
        }
    }

    private static InvalidSetting invalid(String name, String rule, String value) {
        return new InvalidSetting(name, rule + ", not " + value);
    }
}
