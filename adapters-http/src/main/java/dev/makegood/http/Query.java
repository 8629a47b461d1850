package dev.makegood.http;

import dev.makegood.PaymentHistory.PaymentType;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.project.ProjectStatus;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark, read as strictly as a body. */
final class Query {

    private static final int LIMIT_USUAL = 20;
    private static final int LIMIT_MAX = 100;
    private static final Pattern ENCODED = Pattern.compile("(?:[^%]|%[0-9a-fA-F]{2})*+");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Query() {}

    /** Reads a query; throws {@link Refused} if it cannot be, or has a name that nobody asks for. */
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
                .ifPresent(Query::refuseName);
        return query;
    }

    private static void refuseName(String name) {
        throw new Refused(Problems.invalid("query", "asks for something unknown"));
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decoded(name), n -> new ArrayList<>()).add(decoded(value));
    }

    private static String decoded(String text) {
        if (!ENCODED.matcher(text).matches()) {
            throw new Refused(Problems.invalid("query", "is not encoded as it must be"));
        }
        var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        if (!Texts.isSound(decoded) || decoded.indexOf('\uFFFD') >= 0) {
            throw new Refused(Problems.invalid("query", "has characters that are none"));
        }
        return decoded;
    }

    /** Everything said under a name. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** What is said under a name, once; null if nothing is. */
    @Nullable
    String one(String name) {
        var all = all(name);
        if (all.size() > 1) {
            throw new Refused(Problems.invalid(name, "may be given once"));
        }
        return all.isEmpty() ? null : all.getFirst();
    }

    /** The statuses of projects asked for; none means all. */
    Set<ProjectStatus> statuses() {
        return labels("status", ProjectStatus::of,
                "must be pending, processing, completed or failed");
    }

    /** The statuses of payments asked for; none means all. */
    Set<PaymentStatus> paymentStatuses() {
        return labels("status", PaymentStatus::of,
                "must be pending, succeeded, failed or cancelled");
    }

    /** The types of entries of a history asked for; none means all. */
    Set<PaymentType> paymentTypes() {
        return labels("type", PaymentType::of, "must be payment, weekly_bonus or refund");
    }

    private <T> Set<T> labels(String name, Function<String, Optional<T>> known, String problem) {
        return all(name).stream()
                .map(label -> known.apply(label)
                        .orElseThrow(() -> new Refused(Problems.invalid(name, problem))))
                .collect(Collectors.toUnmodifiableSet());
    }

    String required(String name) {
        var value = one(name);
        if (value == null || value.isEmpty()) {
            throw new Refused(Problems.invalid(name, "is missing"));
        }
        return value;
    }

    boolean flag(String name) {
        var value = one(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw new Refused(Problems.invalid(name, "must be true or false"));
        }
        return "true".equals(value);
    }

    /** How long a page may be: 1 to 100, 20 unless said otherwise. */
    int limit() {
        var value = one("limit");
        if (value == null) {
            return LIMIT_USUAL;
        }
        if (!value.matches("[1-9][0-9]{0,2}") || Integer.parseInt(value) > LIMIT_MAX) {
            throw new Refused(Problems.invalid("limit", "must be 1 to " + LIMIT_MAX));
        }
        return Integer.parseInt(value);
    }
}
