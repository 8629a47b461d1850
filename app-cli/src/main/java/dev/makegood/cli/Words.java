package dev.makegood.cli;

import dev.makegood.access.Role;
import dev.makegood.ledger.Source;
import dev.makegood.payment.PaymentStatus;
import dev.makegood.project.ProjectStatus;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine.TypeConversionException;

/** Reads the words of arguments, or says what they should have been. */
final class Words {

    /** What a person may give for; the other sources are the business of rules. */
    private static final Set<Source> BY_HAND =
            EnumSet.of(Source.PROMOTION, Source.COMPENSATION, Source.ADJUSTMENT);

    private Words() {}

    static UUID uuid(String text) {
        return known(Who.uuid(text), text, "an id such as 0199a1b2-…");
    }

    static Role role(String text) {
        return known(Role.of(text), text, "app, pipeline, worker or operator");
    }

    static Source source(String text) {
        return known(Source.of(text).filter(BY_HAND::contains), text,
                "promotion, compensation or adjustment");
    }

    static ProjectStatus status(String text) {
        return known(ProjectStatus.of(text), text, "pending, processing, completed or failed");
    }

    static Amount amount(String text) {
        return known(Amount.find(text), text, "an amount such as 10.00 or \"10.00 EUR\"");
    }

    static PaymentStatus paymentStatus(String text) {
        return known(PaymentStatus.of(text), text, "pending, succeeded, failed or cancelled");
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(text, "a time such as 2027-01-31T00:00:00Z");
        }
    }

    private static <T> T known(Optional<T> found, String text, String what) {
        return found.orElseThrow(() -> wrong(text, what));
    }

    private static TypeConversionException wrong(String text, String what) {
        return new TypeConversionException("'" + text + "' is not " + what);
    }
}
