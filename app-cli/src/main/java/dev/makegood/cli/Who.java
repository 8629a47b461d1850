package dev.makegood.cli;

import dev.makegood.customer.CustomerId;
import dev.makegood.customer.Identity;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.TypeConversionException;

/** A customer as somebody typed it: {@code app/user-42}, or the id. */
sealed interface Who {

    /** Stands where nobody has been named yet. */
    Who NOBODY = new Known(CustomerId.HOUSE);

    /** What the outside calls them. */
    record Called(Identity identity) implements Who {

        @Override
        public String toString() {
            return identity.toString();
        }
    }

    /** What we call them. */
    record Known(CustomerId id) implements Who {

        @Override
        public String toString() {
            return id.toString();
        }
    }

    static Who parse(String text) {
        return find(text).orElseThrow(() -> new TypeConversionException(
                "'" + text + "' is no customer, such as app/user-42"));
    }

    static Optional<Who> find(String text) {
        return Identity.parse(text)
                .<Who>map(Called::new)
                .or(() -> uuid(text).map(id -> new Known(new CustomerId(id))));
    }

    /** A UUID as it is usually written, and nothing that only looks like one to Java. */
    static Optional<UUID> uuid(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
