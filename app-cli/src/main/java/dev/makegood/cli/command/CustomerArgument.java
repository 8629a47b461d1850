package dev.makegood.cli.command;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.TypeConversionException;

/** A customer as it was typed: {@code app/user-42}, or the id. */
public sealed interface CustomerArgument {

    /** The value of an argument before picocli sets it. */
    CustomerArgument UNSET = new ById(CustomerId.SYSTEM_ACCOUNT);

    /** By the identity that the application gives the customer. */
    record ByIdentity(Identity identity) implements CustomerArgument {

        @Override
        public String toString() {
            return identity.toString();
        }
    }

    /** By our own id. */
    record ById(CustomerId id) implements CustomerArgument {

        @Override
        public String toString() {
            return id.toString();
        }
    }

    static CustomerArgument parse(String text) {
        return tryParse(text).orElseThrow(() -> new TypeConversionException(
                "'" + text
                        + "' is not a customer; expected such as app/user-42, or an id"));
    }

    static Optional<CustomerArgument> tryParse(String text) {
        return Identity.parse(text)
                .<CustomerArgument>map(ByIdentity::new)
                .or(() -> parseUuid(text).map(id -> new ById(new CustomerId(id))));
    }

    /** A UUID as it is usually written, and nothing that only looks like one to Java. */
    static Optional<UUID> parseUuid(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
