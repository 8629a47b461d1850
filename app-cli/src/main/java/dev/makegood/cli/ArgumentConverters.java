package dev.makegood.cli;

import dev.makegood.access.Role;
import dev.makegood.cli.command.AmountArgument;
import dev.makegood.cli.command.CustomerArgument;
import dev.makegood.ledger.GrantSource;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.project.ProjectStatus;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine.TypeConversionException;

/** Converts arguments, or says what would be accepted. */
final class ArgumentConverters {

    /** What an operator may grant for; only rules use the other sources. */
    private static final Set<GrantSource> SOURCES_ALLOWED =
            EnumSet.of(GrantSource.PROMOTION, GrantSource.COMPENSATION, GrantSource.ADJUSTMENT);

    private ArgumentConverters() {}

    static UUID uuid(String text) {
        return require(CustomerArgument.parseUuid(text), text, "an id such as 0199a1b2-…");
    }

    static Role role(String text) {
        return require(Role.of(text), text, "app, pipeline, worker or operator");
    }

    static GrantSource source(String text) {
        return require(GrantSource.of(text).filter(SOURCES_ALLOWED::contains), text,
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

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw conversionError(text, "a time such as 2027-01-31T00:00:00Z");
        }
    }

    private static <T> T require(Optional<T> found, String text, String expected) {
        return found.orElseThrow(() -> conversionError(text, expected));
    }

    private static TypeConversionException conversionError(String text, String expected) {
        return new TypeConversionException("'" + text + "' is not " + expected);
    }
}
