package dev.makegood.http;

import dev.makegood.ledger.Credits;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /api/refunds} asks for: one of a project and a capture.
 *
 * @param credits all that is left, if null
 */
record RefundWish(@Nullable UUID project, @Nullable UUID capture, @Nullable Credits credits,
        String reason) {

    private static final int UUID_CHARACTERS = 36;

    static RefundWish of(Fields fields) {
        var project = id(fields, "project");
        var capture = id(fields, "capture");
        var credits = fields.maybeWhole("credits", 1, GrantWish.CREDITS_MAX);
        var reason = fields.line("reason", ReasonWish.REASON_MAX);
        if ((fields.any("project") == null) == (fields.any("capture") == null)) {
            fields.wrong("project", "must be given, or else capture, and not both");
        }
        fields.check();
        return new RefundWish(project, capture, credits == null ? null : new Credits(credits),
                reason);
    }

    private static @Nullable UUID id(Fields fields, String name) {
        var text = fields.maybeText(name, UUID_CHARACTERS);
        if (text == null || !Texts.isUuid(text)) {
            fields.expect(name, text == null ? "" : text, Texts::isUuid, "must be a UUID");
            return null;
        }
        return UUID.fromString(text);
    }
}
