package dev.makegood.http.request;

import dev.makegood.Age;
import dev.makegood.PaymentHistory.PaymentType;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.project.ProjectStatus;
import dev.makegood.store.Microseconds;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameters, read as strictly as a body. */
public final class Query {

    private static final int LIMIT_DEFAULT = 20;
    private static final int LIMIT_MAX = 100;
    private static final int DAY_CHARACTERS = "2027-01-31".length();
    private static final int NAME_CHARACTERS_SHOWN_MAX = 100;
    private static final Pattern ENCODED = Pattern.compile("(?:[^%]|%[0-9a-fA-F]{2})*+");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Query() {}

    /** Reads a query; throws {@link ProblemException} if it is malformed or has a name that is not expected. */
    static Query of(@Nullable String text, Set<String> names) {
        var query = new Query();
        if (text != null && !text.isEmpty()) {
            for (var pair : text.split("&", -1)) {
                query.add(pair);
            }
        }
        query.values.keySet()
                .stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> refuseName(name, names));
        return query;
    }

    private static void refuseName(String name, Set<String> names) {
        var shown = name.length() <= NAME_CHARACTERS_SHOWN_MAX ? name
                : name.substring(0, NAME_CHARACTERS_SHOWN_MAX) + "…";
        throw new ProblemException(Problems.invalidRequest("query", "has an unknown parameter: "
                + shown + (names.isEmpty() ? "; this route has none"
                        : "; known: " + String.join(", ", new TreeSet<>(names)))));
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decode(name), n -> new ArrayList<>()).add(decode(value));
    }

    private static String decode(String text) {
        if (!ENCODED.matcher(text).matches()) {
            throw new ProblemException(
                    Problems.invalidRequest("query", "is not percent-encoded"));
        }
        var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        if (!Texts.isSound(decoded) || decoded.indexOf('\uFFFD') >= 0) {
            throw new ProblemException(
                    Problems.invalidRequest("query", "has invalid characters"));
        }
        return decoded;
    }

    /** All values of a parameter. */
    List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The value of a parameter that may be given once; null if it is absent. */
    @Nullable
    public String value(String name) {
        var all = values(name);
        if (all.size() > 1) {
            throw new ProblemException(Problems.invalidRequest(name, "must be given at most once"));
        }
        return all.isEmpty() ? null : all.getFirst();
    }

    /** The statuses of projects to list; an empty set means all. */
    public Set<ProjectStatus> projectStatuses() {
        return labels("status", ProjectStatus::of,
                "must be pending, processing, completed or failed");
    }

    /** The statuses of payments to list; an empty set means all. */
    public Set<PaymentStatus> paymentStatuses() {
        return labels("status", PaymentStatus::of,
                "must be pending, succeeded, failed or cancelled");
    }

    /** The types of history entries to list; an empty set means all. */
    public Set<PaymentType> paymentTypes() {
        return labels("type", PaymentType::of, "must be payment, weekly_bonus or refund");
    }

    private <T> Set<T> labels(String name, Function<String, Optional<T>> known, String problem) {
        return values(name).stream()
                .map(label -> known.apply(label)
                        .orElseThrow(
                                () -> new ProblemException(Problems.invalidRequest(name, problem))))
                .collect(Collectors.toUnmodifiableSet());
    }

    public String required(String name) {
        var value = value(name);
        if (value == null || value.isEmpty()) {
            throw new ProblemException(Problems.invalidRequest(name, "is missing"));
        }
        return value;
    }

    public boolean flag(String name) {
        var value = value(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw new ProblemException(Problems.invalidRequest(name, "must be true or false"));
        }
        return "true".equals(value);
    }

    /** A moment, to the microsecond; null if it is absent. */
    @Nullable
    public Instant moment(String name) {
        var value = value(name);
        try {
            return value == null ? null
                    : value.length() == DAY_CHARACTERS ? startOf(LocalDate.parse(value))
                            : Microseconds.floor(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            throw new ProblemException(
                    Problems.invalidRequest(name,
                            "must be a time such as 2027-01-31T00:00:00Z, or a day such as 2027-01-31"));
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A day, which must be given. */
    public LocalDate day(String name) {
        try {
            return LocalDate.parse(required(name));
        } catch (DateTimeException e) {
            throw new ProblemException(
                    Problems.invalidRequest(name, "must be a day such as 2027-01-31"));
        }
    }

    /** Before when something began that is at least as old as the parameter says; null if it is absent. */
    @Nullable
    public Instant olderThan(Instant now) {
        var value = value("olderThan");
        return value == null ? null
                : Age.parse(value)
                        .map(age -> age.before(now))
                        .orElseThrow(() -> new ProblemException(Problems.invalidRequest("olderThan",
                                "must be an age such as 90m, 24h or 7d")));
    }

    /** How many items a page has at most: 1 to 100, by default 20. */
    public int limit() {
        var value = value("limit");
        if (value == null) {
            return LIMIT_DEFAULT;
        }
        if (!value.matches("[1-9][0-9]{0,2}") || Integer.parseInt(value) > LIMIT_MAX) {
            throw new ProblemException(
                    Problems.invalidRequest("limit",
                            "must be a whole number from 1 to " + LIMIT_MAX));
        }
        return Integer.parseInt(value);
    }
}
