package dev.makegood.cli;

import dev.makegood.Age;
import dev.makegood.GrantList;
import dev.makegood.access.Role;
import dev.makegood.cli.command.AmountArgument;
import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.ledger.GrantSource;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.project.ProjectStatus;
import dev.makegood.report.ReportStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Converts arguments, or says what would be accepted. */
final class ArgumentConverters {

    /** Java would also read the digits of other scripts. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");

    private static final int DAY_CHARACTERS = "2027-01-31".length();

    private ArgumentConverters() {}

    static UUID uuid(String text) {
        return require(CustomerArgument.parseUuid(text), text, "an id such as 0199a1b2-…");
    }

    static Long wholeNumber(String text) {
        return require(Optional.of(text)
                .filter(it -> WHOLE_NUMBER.matcher(it).matches())
                .map(Long::valueOf), text, "a whole number such as 40");
    }

    static Integer smallNumber(String text) {
        return require(Optional.of(wholeNumber(text))
                .filter(it -> it == it.intValue())
                .map(Long::intValue), text, "a whole number below 2,147,483,648");
    }

    static Role role(String text) {
        return require(Role.of(text), text, "app, pipeline, worker or operator");
    }

    static GrantSource source(String text) {
        return require(GrantSource.of(text).filter(GrantList.SOURCES::contains), text,
                "promotion, compensation or adjustment");
    }

    static ProjectStatus status(String text) {
        return require(ProjectStatus.of(text), text, "pending, processing, completed or failed");
    }

    static AmountArgument amount(String text) {
        return require(AmountArgument.tryParse(text), text,
                "an amount such as 10.00 or \"10.00 EUR\"");
    }

    static PaymentStatus paymentStatus(String text) {
        return require(PaymentStatus.of(text), text, "pending, succeeded, failed or cancelled");
    }

    static Age age(String text) {
        return require(Age.parse(text), text, "an age such as 90m, 24h or 7d");
    }

    static Instant instant(String text) {
        try {
            return text.length() == DAY_CHARACTERS
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw conversionError(text,
                    "a time such as 2027-01-31T00:00:00Z, or a day such as 2027-01-31");
        }
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw conversionError(text, "a day such as 2027-01-31");
        }
    }

    static ReportStep reportStep(String text) {
        return require(ReportStep.of(text), text, "month or day");
    }

    private static <T> T require(Optional<T> found, String text, String expected) {
        return found.orElseThrow(() -> conversionError(text, expected));
    }

    private static TypeConversionException conversionError(String text, String expected) {
        return new TypeConversionException("'" + text + "' is not " + expected);
    }
}
